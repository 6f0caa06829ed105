import type { EventDetail } from '../../api/traffic';
import { bytes, millis } from '../../shared/numbers';

/** One attribute of an event: its value, that there was none, or why it is not known. */
export interface EventRow {
  name: string;
  label: string;
  value?: string;
  /** Why the gateway does not tell it. */
  unseen?: string;
}

type Reader = [name: string, label: string, read: (event: EventDetail) => string | null | undefined];

const READERS: Reader[] = [
  ['method', 'Method', (event) => event.method],
  ['path', 'Path', (event) => event.path],
  ['host', 'Host', (event) => event.host],
  ['status', 'Status', (event) => (event.status === 0 ? 'none: the client was gone' : event.status?.toString())],
  ['decision', 'Decision of the gateway', (event) => event.decision],
  ['duration', 'Took', (event) => (event.durationMillis === null ? undefined : millis(event.durationMillis))],
  ['upstreamDuration', 'Of that, upstream', (event) => (event.upstreamMillis === null ? undefined : millis(event.upstreamMillis))],
  ['requestBytes', 'Body of the request', (event) => (event.requestBytes === null ? undefined : bytes(event.requestBytes))],
  ['responseBytes', 'Body of the answer', (event) => (event.responseBytes === null ? undefined : bytes(event.responseBytes))],
  ['api', 'API', (event) => event.api],
  ['route', 'Route', (event) => event.route],
  ['consumer', 'Consumer', (event) => event.consumer],
  ['clientAddress', 'Client address', (event) => event.clientAddress],
  ['trace', 'Trace', (event) => event.trace],
  ['node', 'Node', (event) => event.node],
];

/** Every attribute, seen or not; names that this page does not know come last. */
export function rowsOf(event: EventDetail): EventRow[] {
  const unseen = new Map(event.notObservable.map((one) => [one.attribute, one.why]));
  const rows = READERS.map(([name, label, read]): EventRow => {
    const why = unseen.get(name);
    const value = read(event);
    unseen.delete(name);
    if (why !== undefined) {
      return { name, label, unseen: why };
    }
    return value === null || value === undefined || value === '' ? { name, label } : { name, label, value };
  });
  return [...rows, ...[...unseen].map(([name, why]) => ({ name, label: name, unseen: why }))];
}
