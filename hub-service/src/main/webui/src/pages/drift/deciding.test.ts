import { describe, expect, it } from 'vitest';
import type { DriftRow } from '../../api/drift';
import { commandOf, consequences, dayAfter, reported, tally, untilOf } from './deciding';

const NOW = Date.parse('2026-11-21T10:00:00Z');

const ROW: DriftRow = {
  id: 7,
  seen: 'abc',
  gateway: 'edge',
  object: 'cluster/api.a',
  path: 'connect_timeout',
  kind: 'FOREIGN_EDIT',
  firstSeen: '2026-11-21T09:00:00Z',
  sources: [
    { of: 'policy', name: 'limit', version: 1 },
    { of: 'policy', name: 'limit', version: 1 },
  ],
};

describe('until when drift is ignored', () => {
  it('is the end of the chosen day', () => {
    expect(untilOf(dayAfter(NOW, 30), NOW)).toBe('2026-12-21T23:59:59.000Z');
  });

  it('is never beyond what the hub allows', () => {
    const until = untilOf(dayAfter(NOW, 90), NOW) ?? '';
    expect(Date.parse(until)).toBeLessThanOrEqual(NOW + 90 * 86_400_000);
  });

  it.each(['', 'soon', '2026-11-20', '2027-11-21'])('is not "%s"', (day) => {
    expect(untilOf(day, NOW)).toBeUndefined();
  });
});

it('the command names the values that were looked at', () => {
  expect(commandOf('adopt', ROW, "it's better", undefined)).toBe(
    `./entente drift adopt 7 --seen abc --reason 'it'\\''s better'`,
  );
  expect(commandOf('ignore', ROW, '', undefined)).toBe('./entente drift ignore 7 --seen abc --reason REASON --until 30d');
});

it('adopting names each policy once that no longer does what it says', () => {
  expect(consequences('adopt', ROW).join(' ')).toContain('Policy limit no longer');
  expect(consequences('adopt', { ...ROW, sources: [] }).join(' ')).not.toContain('Policy');
});

it('ignored drift is not reported', () => {
  expect(reported([ROW, { ...ROW, ignored: { decision: 1, by: 'a', reason: 'b', until: 'c' } }])).toEqual([ROW]);
});

it('what is ignored is told apart in the tally', () => {
  expect(tally([{}, {}])).toBe('2');
  expect(tally([{}, { ignored: {} }])).toBe('1 (1 ignored)');
});
