import type { Schemas } from '../../api/hub';
import { count, percent } from '../../shared/numbers';

type Counts = Schemas['RequestCounts'];

/** Counts beside those of the time before, which are null where nobody can say them. */
export interface Compared {
  previous: Counts | null;
  requestsChange: number | null;
}

/** A share as a change with its sign. */
export function signed(change: number): string {
  return change === 0 ? 'as many' : `${change > 0 ? '+' : '−'}${percent(Math.abs(change))}`;
}

/** The change of the requests in words. */
export function changeOf(now: Counts, { previous, requestsChange }: Compared): string {
  if (previous === null) {
    return 'not known';
  }
  return requestsChange !== null ? signed(requestsChange) : now.requests === 0 ? 'as many' : 'new';
}

/** One sentence about the whole. */
export function sentence(comparison: Schemas['Comparison']): string {
  return `${count(comparison.previous.requests)} requests in the time of the same length before: ${changeOf(comparison.total, comparison)}.`;
}
