export const GROUPS = ['gateway', 'api', 'route', 'consumer', 'status', 'class', 'decision'] as const;

/** What is asked of the traffic, as it stands in the address. */
export interface Question {
  from: string;
  to?: string;
  gateway?: string;
  api?: string;
  route?: string;
  consumer?: string;
  groupBy: string;
}

export const RANGES = ['-5m', '-15m', '-1h', '-6h', '-24h', '-7d'];
export const DEFAULT_RANGE = '-1h';

/** Only what is there is asked; what is wrong with it the hub says. */
export function questionOf(params: URLSearchParams): Question {
  return {
    from: params.get('from') || DEFAULT_RANGE,
    groupBy: params.get('groupBy') || 'gateway',
    ...given(params, ['to', 'gateway', 'api', 'route', 'consumer']),
  };
}

/** Which single events are shown, as it stands in the address; beside a question. */
export interface Chosen {
  status?: string;
  minMillis?: string;
  trace?: string;
}

export function chosenOf(params: URLSearchParams): Chosen {
  return given(params, ['status', 'minMillis', 'trace']);
}

/** Those that are in the address and not empty. */
function given<Name extends string>(params: URLSearchParams, names: Name[]): { [each in Name]?: string } {
  const found: { [each in Name]?: string } = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) {
      found[name] = value;
    }
  }
  return found;
}

/** The part of a question that a live stream takes. */
export function liveQuery(question: Question): string {
  const query = new URLSearchParams();
  for (const name of ['gateway', 'api', 'route', 'consumer'] as const) {
    const value = question[name];
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Leads to the events of a trace on all gateways, an hour before and after one of them. */
export function traceLink(trace: string, time: string): string {
  const at = Date.parse(time) / 1000;
  const query = new URLSearchParams({ tab: 'events', trace, ...stretch(at - 3600, at + 3600) });
  return `/traffic?${query.toString()}`;
}

/** Two instants as the address holds them; whole seconds, at least one. */
export function stretch(from: number, to: number): { from: string; to: string } {
  const first = Math.floor(from);
  const last = Math.max(first + 1, Math.ceil(to));
  return { from: iso(first), to: iso(last) };
}

function iso(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
