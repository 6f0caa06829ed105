import { describe, expect, it } from 'vitest';
import type { EventDetail, VendorCounts } from '../../api/traffic';
import { rowsOf } from './eventRows';
import { chosenOf, stretch, traceLink } from './question';
import { vendorRows } from './vendorCounts';

const event: EventDetail = {
  id: 'a',
  tenant: 'main',
  gateway: 'kong',
  node: 'n',
  time: '2026-11-21T10:00:00Z',
  observedTime: '2026-11-21T10:00:01Z',
  method: 'GET',
  path: '/',
  host: null,
  status: 429,
  durationMillis: 3,
  upstreamMillis: null,
  requestBytes: null,
  responseBytes: null,
  api: 'orders',
  route: 'all',
  consumer: null,
  clientAddress: null,
  decision: null,
  trace: null,
  weight: 1,
  provenance: 'kong/http-log',
  notObservable: [
    { attribute: 'requestBytes', why: 'Kong counts header lines too.' },
    { attribute: 'enduser.id', why: 'Nobody tells.' },
  ],
  others: 0,
};

describe('an event', () => {
  it('tells what had no value from what could not be seen', () => {
    const rows = rowsOf(event);
    expect(rows.find((row) => row.name === 'status')).toEqual({ name: 'status', label: 'Status', value: '429' });
    expect(rows.find((row) => row.name === 'consumer')).toEqual({ name: 'consumer', label: 'Consumer' });
    expect(rows.find((row) => row.name === 'requestBytes')?.unseen).toContain('header lines');
  });

  it('loses no name that this page does not know', () => {
    expect(rowsOf(event).at(-1)).toEqual({ name: 'enduser.id', label: 'enduser.id', unseen: 'Nobody tells.' });
  });
});

describe('a stretch drawn over the chart', () => {
  it('is whole seconds, and never empty', () => {
    expect(stretch(1_000.4, 1_060.2)).toEqual({ from: '1970-01-01T00:16:40Z', to: '1970-01-01T00:17:41Z' });
    expect(stretch(1_000, 1_000)).toEqual({ from: '1970-01-01T00:16:40Z', to: '1970-01-01T00:16:41Z' });
  });
});

describe('a trace', () => {
  it('leads to its events around one of them, which are chosen by it alone', () => {
    const link = traceLink('4bf92f3577b34da6a3ce929d0e0e4736', '2026-11-21T10:00:00.5Z');
    const query = new URLSearchParams(link.slice(link.indexOf('?')));
    expect([query.get('from'), query.get('to')]).toEqual(['2026-11-21T09:00:00Z', '2026-11-21T11:00:01Z']);
    expect(chosenOf(query)).toEqual({ trace: '4bf92f3577b34da6a3ce929d0e0e4736' });
  });
});

describe('counts of a vendor', () => {
  const bucket = (requests: number | null, provisional = false) => ({
    start: '2026-11-21T10:00:00Z',
    requests,
    errors: 1,
    policyErrors: null,
    targetErrors: 0,
    latencyMillisSum: 100,
    targetLatencyMillisSum: null,
    requestBytes: null,
    responseBytes: null,
    provisional,
  });
  const answer = (buckets: VendorCounts['series'][number]['buckets']): VendorCounts => ({
    from: '',
    to: '',
    widthSeconds: 60,
    note: '',
    gateways: [],
    series: [{ gateway: 'apigee', dimensions: { apiproxy: 'orders' }, api: 'orders', provenance: 'apigee/stats', buckets }],
    more: false,
  });

  it('are summed, and what is not known of a part is not known of the whole', () => {
    const [row] = vendorRows(answer([bucket(4), bucket(6, true)]));
    expect(row).toMatchObject({ requests: 10, errors: 2, meanMillis: 20, provisional: true, group: 'orders' });
    expect(row?.policyErrors).toBeUndefined();
    expect(vendorRows(answer([bucket(4), bucket(null)]))[0]?.requests).toBeUndefined();
  });
});
