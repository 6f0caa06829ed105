import type { Schemas } from './hub';

export type RecordedRequest = Schemas['RecordedRequest'];
export type EventsPage = Schemas['Events'];
export type EventDetail = Schemas['EventDetail'];
export type VendorCounts = Schemas['AggregateAnswer'];
