import type { DriftRow } from '../../api/drift';
import { command } from '../../shared/copy';

export type Deciding = 'adopt' | 'ignore';

export const LONGEST_DAYS = 90;

const DAY = 86_400_000;

/** A day such as 2027-01-31, so many days after an instant. */
export function dayAfter(now: number, days: number): string {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

/** The last instant of a day in UTC, but never further than may be ignored; nothing for no day to come. */
export function untilOf(day: string, now: number): string | undefined {
  const end = Date.parse(`${day}T23:59:59Z`);
  // A minute is left for the call to arrive.
  const last = now + LONGEST_DAYS * DAY - 60_000;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(end) || end <= now || end - DAY > last) {
    return undefined;
  }
  return new Date(Math.min(end, last)).toISOString();
}

/** The command that does the same. */
export function commandOf(what: Deciding, row: DriftRow, reason: string, until: string | undefined): string {
  const words = ['drift', what, String(row.id), '--seen', row.seen, '--reason', reason || 'REASON'];
  return command(...words, ...(what === 'ignore' ? ['--until', until ?? '30d'] : []));
}

/** What a decision leads to, in plain words. */
export function consequences(what: Deciding, row: DriftRow): string[] {
  const from = row.sources.filter((source) => source.of === 'policy').map((source) => source.name);
  const policies = [...new Set(from)].join(', ');
  return what === 'adopt'
    ? [
        `What is on ${row.gateway} now stays. The next plan changes nothing at this place, and the drift is closed.`,
        ...(policies === '' ? [] : [`Policy ${policies} no longer does exactly what it says there; every plan and its fidelity say so.`]),
        'It ends when the documents want something else at this place, or when somebody withdraws it.',
        'Where the place may keep callers out, your token must be allowed to approve plans.',
      ]
    : [
        'Nothing changes on the gateway. The drift is not counted and not reported until that day, or until the value is another.',
        `A plan for ${row.gateway} still puts back what Entente wrote, and says so.`,
      ];
}

/** Open rows without those that somebody decided to ignore. */
export function reported<T extends { ignored?: unknown }>(rows: T[]): T[] {
  return rows.filter((row) => row.ignored === undefined);
}

/** How much drift there is, in few words; what is ignored is told apart. */
export function tally(rows: { ignored?: unknown }[]): string {
  const open = reported(rows).length;
  const ignored = rows.length - open;
  return ignored === 0 ? String(open) : `${open} (${ignored} ignored)`;
}
