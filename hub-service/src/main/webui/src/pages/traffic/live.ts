import type { LiveRequest } from './useLive';

/** The value of an attribute, as text; empty where the event does not hold it. */
export function at(request: LiveRequest, name: string): string {
  const value = request.data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether the status of a request is one that was asked for: `429`, `4xx`, `0` or any. */
export function hasStatus(request: LiveRequest, wanted: string): boolean {
  const status = at(request, 'http.response.status_code') || '0';
  return wanted === '' || status === wanted || (/^[1-9]xx$/.test(wanted) && status.startsWith(wanted.slice(0, 1)) && status.length === 3);
}

/** How many of `now` came after those of `held`. */
export function newer(now: LiveRequest[], held: LiveRequest[]): number {
  const first = held[0];
  if (first === undefined) {
    return now.length;
  }
  const place = now.findIndex((one) => one.id === first.id && one.source === first.source);
  return place < 0 ? now.length : place;
}
