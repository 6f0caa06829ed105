import type { Schemas } from '../../api/hub';
import { count, percent } from '../../shared/numbers';

type Comparison = Schemas['Comparison'];

/** Requests of each group in the time before; `undefined` where nobody can say. */
export function before(comparison: Comparison): Map<string | null, number> {
  return new Map(comparison.groups.flatMap((group) => (group.previous === null ? [] : [[group.key, group.previous.requests] as const])));
}

/** A share as a change with its sign. */
export function signed(change: number): string {
  return change === 0 ? 'as many' : `${change > 0 ? '+' : '−'}${percent(Math.abs(change))}`;
}

/** Requests now beside those before, as a change; empty where none were before. */
export function changeOf(now: number, was: number | undefined): string {
  return was === undefined ? 'not known' : was === 0 ? (now === 0 ? 'as many' : 'new') : signed((now - was) / was);
}

/** One sentence about the whole. */
export function sentence(comparison: Comparison): string {
  const was = comparison.previous.requests;
  return `${count(was)} requests in the time of the same length before: ${changeOf(comparison.total.requests, was)}.`;
}
