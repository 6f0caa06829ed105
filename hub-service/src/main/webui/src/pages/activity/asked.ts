/** What of the record is asked for, as it stands in the address. */
export interface ActivityQuery {
  limit: number;
  before?: number;
  actor?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

export const SIZE = 100;

const DAYS: Record<string, number> = { '24h': 1, '7d': 7, '30d': 30 };

export const SPANS = Object.keys(DAYS);

/**
 * The question of an address. The span counts back from `now`, which is a whole minute so that asking
 * again asks the same.
 */
export function questionOf(get: (name: string) => string, now: number): ActivityQuery {
  const before = get('before');
  const days = DAYS[get('span')];
  const minute = Math.floor(now / 60_000) * 60_000;
  return {
    limit: SIZE,
    ...(/^\d+$/.test(before) ? { before: Number(before) } : {}),
    ...some('actor', get('who')),
    ...some('action', get('what')),
    ...some('subject', get('object')),
    ...(days === undefined ? {} : { from: new Date(minute - days * 86_400_000).toISOString() }),
  };
}

function some(name: 'actor' | 'action' | 'subject', value: string): Partial<ActivityQuery> {
  const text = value.trim();
  return text === '' ? {} : { [name]: text };
}

/** True when the question leaves something out that is newest. */
export function filtered(query: ActivityQuery): boolean {
  return Object.keys(query).some((name) => name !== 'limit');
}
