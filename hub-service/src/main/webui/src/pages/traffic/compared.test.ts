import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../api/hub';
import { changeOf, sentence, signed } from './compared';

const counts = (requests: number) => ({ requests }) as Schemas['RequestCounts'];

const comparison: Schemas['Comparison'] = {
  from: '2026-11-21T10:00:00Z',
  to: '2026-11-21T11:00:00Z',
  before: '2026-11-21T09:00:00Z',
  groupBy: 'gateway',
  by: 'requests',
  total: counts(1500),
  previous: counts(1200),
  requestsChange: 0.25,
  groups: [
    { key: 'kong', counts: counts(1000), previous: counts(1200), requestsChange: -0.1667 },
    { key: null, counts: counts(400), previous: counts(0), requestsChange: null },
    { key: 'envoy', counts: counts(100), previous: null, requestsChange: null },
  ],
  moreGroups: true,
};

describe('a time beside the one before', () => {
  it('says the change with its sign', () => {
    expect(signed(0.25)).toBe('+25.0 %');
    expect(signed(-0.1667)).toBe('−16.7 %');
    expect(signed(0)).toBe('as many');
  });

  it('tells none before from nobody knows', () => {
    const [kong, none, envoy] = comparison.groups.map((group) => changeOf(group.counts, group));
    expect(kong).toBe('−16.7 %');
    expect(none).toBe('new');
    expect(envoy).toBe('not known');
    expect(changeOf(counts(0), { previous: counts(0), requestsChange: null })).toBe('as many');
  });

  it('sums it up', () => {
    expect(sentence(comparison)).toBe('1,200 requests in the time of the same length before: +25.0 %.');
  });
});
