import { describe, expect, it } from 'vitest';
import type { Condition } from '../../api/answers';
import { fate } from './fate';
import { tone } from './tone';
import { versionPair } from './versionPair';

function condition(of: Partial<Condition>): Condition {
  return { gateway: 'edge', policy: 'limit', version: 2, target: 'orders/all', condition: 'Applied', status: 'TRUE', reason: 'Applied', message: '', at: '', ...of };
}

describe('where a policy stands', () => {
  it('is counted by route and gateway', () => {
    const held = [condition({}), condition({ gateway: 'kong' }), condition({ gateway: 'kong', condition: 'Accepted' })];
    expect(fate(held, 2)).toBe('applied on 2 of 2 routes');
  });

  it('does not call an older version applied', () => {
    expect(fate([condition({ version: 1 })], 2)).toBe('applied on 0 of 1 route, 1 in an older version');
  });

  it('does not call applied what drifted, failed or lost', () => {
    const held = [
      condition({ gateway: 'a' }),
      condition({ gateway: 'a', condition: 'Drifted' }),
      condition({ gateway: 'b', status: 'FALSE' }),
      condition({ gateway: 'c', condition: 'Overridden' }),
    ];
    expect(fate(held, 2)).toBe('applied on 0 of 3 routes, 1 drifted, 1 refused or failed, 1 overridden or in conflict');
  });

  it('says that nothing was planned', () => {
    expect(fate([], 1)).toBe('in no plan yet');
  });
});

it('conditions look as good as they are', () => {
  expect(tone(condition({}))).toBe('success');
  expect(tone(condition({ status: 'FALSE' }))).toBe('danger');
  expect(tone(condition({ condition: 'Drifted' }))).toBe('warning');
  expect(tone(condition({ condition: 'Translated', reason: 'APPROXIMATE' }))).toBe('warning');
});

describe('two versions to compare', () => {
  it('are the newest and the one before it where nothing is asked', () => {
    expect(versionPair([1, 2, 3], '', '')).toEqual([2, 3]);
    expect(versionPair([1, 3], 'x', '9')).toEqual([1, 3]);
  });

  it('are those asked for, in either order', () => {
    expect(versionPair([1, 2, 3], '1', '3')).toEqual([1, 3]);
    expect(versionPair([1, 2, 3], '3', '1')).toEqual([3, 1]);
    expect(versionPair([1, 2, 3], '', '1')).toEqual([3, 1]);
  });

  it('are none where there is one version', () => {
    expect(versionPair([1], '', '')).toBeUndefined();
  });
});
