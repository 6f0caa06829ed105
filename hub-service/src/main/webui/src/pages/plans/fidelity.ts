import type { Deviation, Fidelity } from '../../api/answers';

/** One field of one policy on one route. */
export interface FidelityRow {
  key: string;
  policy: string;
  version: number;
  target: string;
  field: string;
  value: string;
  grade: string;
  evidence: string;
  deviations: Deviation[];
}

const WORST_FIRST = ['UNSUPPORTED', 'PARTIAL', 'APPROXIMATE', 'EXACT (unverified)', 'EXACT'];

/** Every field, as flat rows. */
export function fidelityRows(entries: Fidelity[]): FidelityRow[] {
  return entries.flatMap((entry) =>
    entry.fields.map((field) => ({
      key: `${entry.policy} ${entry.target} ${field.field}`,
      policy: entry.policy,
      version: entry.version,
      target: entry.target,
      field: field.field,
      value: field.value,
      grade: field.grade,
      evidence: field.evidence,
      deviations: field.deviations,
    })),
  );
}

/** A number that sorts the worst grade first. */
export function gradeRank(grade: string): number {
  const rank = WORST_FIRST.indexOf(grade);
  return rank < 0 ? -1 : rank;
}

export function deviationText(deviations: Deviation[]): string {
  return deviations.map((one) => `${one.direction.toLowerCase()}: ${one.bound}`).join('; ');
}
