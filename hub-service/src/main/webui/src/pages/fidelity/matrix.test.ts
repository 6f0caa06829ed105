import { describe, expect, it } from 'vitest';
import { chosenOf, editionsOf, heldBy, MATRIX, rangeOf, refused, type Cell } from './matrix';

const cells = MATRIX.kinds.flatMap((kind) => kind.cells.map((cell) => ({ kind: kind.kind, cell })));

describe('the matrix that was made', () => {
  it('has a cell for every kind on every edition', () => {
    const editions = MATRIX.editions.map((one) => one.id);
    for (const kind of MATRIX.kinds) {
      expect(kind.cells.map((cell) => cell.edition)).toEqual(editions);
    }
    expect(cells.length).toBeGreaterThanOrEqual(50);
  });

  it('prints nothing below judged as plain EXACT', () => {
    const plain = cells.flatMap(({ cell }) => [cell.best, cell.worst, ...cell.policies]).filter((mark) => mark.printed === 'EXACT');
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.every((mark) => ['LIVE', 'RECORDED', 'JUDGED'].includes(mark.evidence))).toBe(true);
  });

  it('states why wherever something is not exact', () => {
    const silent = cells.filter(({ cell }) => cell.worst.grade !== 'EXACT' && cell.deviations.length === 0);
    expect(silent).toEqual([]);
  });
});

describe('a cell', () => {
  const exact = { grade: 'EXACT', printed: 'EXACT', evidence: 'JUDGED' };
  const near = { grade: 'APPROXIMATE', printed: 'APPROXIMATE', evidence: 'JUDGED' };
  const cell: Cell = { edition: 'e', best: exact, worst: near, policies: [], deviations: [], tests: ['ATest'], behaviourTested: true, goldenCases: 1 };

  it('shows best and worst, once where they are the same', () => {
    expect(rangeOf(cell, 'enforce')).toEqual([exact, near]);
    expect(rangeOf({ ...cell, worst: exact }, 'enforce')).toEqual([exact]);
    expect(rangeOf({ ...cell, worst: { ...exact, evidence: 'DOCUMENTED' } }, 'enforce')).toHaveLength(2);
  });

  it('shows apart what becomes of policies that only report', () => {
    expect(rangeOf({ ...cell, observed: near }, 'observe')).toEqual([near]);
    expect(rangeOf(cell, 'observe')).toEqual([]);
  });

  it('is found by the names in an address, and not by others', () => {
    expect(chosenOf(MATRIX, 'rateLimit', 'envoy-1.40')?.cell.edition).toBe('envoy-1.40');
    expect(chosenOf(MATRIX, 'rateLimit', 'none')).toBeUndefined();
    expect(chosenOf(MATRIX, '', '')).toBeUndefined();
  });

  it('says what holds it', () => {
    expect(heldBy(cell)).toBe('Compared with what the kind means; 1 golden case. ATest');
    expect(heldBy({ ...cell, best: { ...near, grade: 'UNSUPPORTED' }, goldenCases: 0 })).toBe('Refused; 0 golden cases. ATest');
    expect(heldBy({ ...cell, behaviourTested: false, goldenCases: 3 })).toContain('No test of its behaviour; 3 golden cases');
  });
});

it('what is partial or unsupported is refused, what is near is not', () => {
  expect(['EXACT', 'APPROXIMATE', 'PARTIAL', 'UNSUPPORTED'].map((grade) => refused({ grade, printed: grade, evidence: 'JUDGED' }))).toEqual([false, false, true, true]);
});

it('columns are those of a vendor, or all', () => {
  expect(editionsOf(MATRIX, 'ENVOY').every((one) => one.vendor === 'ENVOY')).toBe(true);
  expect(editionsOf(MATRIX, '')).toEqual(MATRIX.editions);
});
