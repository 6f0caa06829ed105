import { describe, expect, it } from 'vitest';
import type { ApiExplanation } from '../../api/estate';
import { effectiveOf } from './effective';

const kind = (name: string) => ({ kind: name, holding: [], losers: [], shadowed: [] });

describe('what holds on an API', () => {
  it('has a line for each kind that differs for some callers', () => {
    const found: ApiExplanation = {
      api: 'orders',
      gateways: [
        {
          gateway: 'edge',
          problems: [],
          routes: [
            { route: 'all', kinds: [kind('rateLimit')], callers: [{ consumers: ['acme', 'zoe'], kinds: [kind('rateLimit'), kind('retry')] }] },
            { route: 'bare', kinds: [], callers: [] },
            { route: 'some', kinds: [], callers: [{ consumers: ['acme'], kinds: [kind('quota')] }] },
          ],
        },
      ],
    };

    const { instances, without } = effectiveOf(found);

    expect(instances.map((one) => [one.route, one.kind.kind, one.consumers.join()])).toEqual([
      ['all', 'rateLimit', ''],
      ['all', 'rateLimit', 'acme,zoe'],
      ['all', 'retry', 'acme,zoe'],
      ['some', 'quota', 'acme'],
    ]);
    expect(without).toEqual(['edge: bare']);
  });
});
