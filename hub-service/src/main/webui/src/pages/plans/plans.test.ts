import { describe, expect, it } from 'vitest';
import type { PlanStatus } from '../../api/answers';
import { actionsOf } from './actions';
import { byObject } from './byObject';
import { fidelityRows, gradeRank } from './fidelity';

describe('what can be done with a plan', () => {
  it.each<[PlanStatus, boolean, string[]]>([
    ['PROPOSED', false, ['approve']],
    ['PROPOSED', true, []],
    ['APPROVED', false, ['apply']],
    ['APPLYING', false, []],
    ['APPLIED', false, ['rollback']],
    ['FAILED', false, ['rollback']],
    ['INTERRUPTED', false, ['rollback']],
    ['STALE', false, []],
  ])('%s (empty: %s)', (status, empty, actions) => {
    expect(actionsOf({ status, empty })).toEqual(actions);
  });
});

it('differences stand by object, in the order they came', () => {
  const rows = [
    { object: 'b', path: '1' },
    { object: 'a', path: '1' },
    { object: 'b', path: '2' },
  ];

  expect(byObject(rows).map(([object, of]) => [object, of.length])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});

describe('fidelity', () => {
  it('is one row a field, of every policy', () => {
    const field = { field: 'window', value: '1m', grade: 'EXACT', evidence: 'JUDGED', deviations: [] };
    const entry = { policy: 'limit', version: 2, kind: 'rateLimit', target: 'orders/all', grade: 'EXACT', fields: [field, { ...field, field: 'key' }] };

    expect(fidelityRows([entry, { ...entry, target: 'payments/all' }]).map((row) => row.key)).toEqual([
      'limit orders/all window',
      'limit orders/all key',
      'limit payments/all window',
      'limit payments/all key',
    ]);
  });

  it('puts the worst grade first, and a grade nobody knows before all', () => {
    const grades = ['EXACT', 'APPROXIMATE', 'NEW', 'UNSUPPORTED', 'EXACT (unverified)'];
    expect(grades.sort((a, b) => gradeRank(a) - gradeRank(b))).toEqual(['NEW', 'UNSUPPORTED', 'APPROXIMATE', 'EXACT (unverified)', 'EXACT']);
  });
});
