import made from './matrix.json';

/** How faithful one policy, or the best or worst of several, is. */
export interface Mark {
  grade: string;
  /** The grade as it is shown: EXACT that no third party backs says so. */
  printed: string;
  /** The weakest evidence that any statement about it rests on. */
  evidence: string;
}

/** One policy of the corpus in one place. */
export interface Outcome extends Mark {
  policy: string;
  place: string;
}

/** One kind of deviation over the corpus. */
export interface Stated {
  code: string;
  direction: string;
  /** What was stated the first time, with its numbers. */
  example: string;
  remedy: string;
  fields: string[];
  policies: string[];
}

/** What an edition makes of a kind. */
export interface Cell {
  edition: string;
  best: Mark;
  worst: Mark;
  /** Of policies that only report; absent where the corpus has none. */
  observed?: Mark | undefined;
  policies: Outcome[];
  deviations: Stated[];
  tests: string[];
  behaviourTested: boolean;
  goldenCases: number;
}

export interface Kind {
  kind: string;
  about: string;
  cells: Cell[];
}

export interface Edition {
  id: string;
  title: string;
  vendor: string;
}

export interface Matrix {
  editions: Edition[];
  kinds: Kind[];
}

/** Made by the build from the translators themselves; see docs/fidelity-matrix.md. */
export const MATRIX: Matrix = made;

export interface Chosen {
  kind: Kind;
  edition: Edition;
  cell: Cell;
}

/** The cell that an address names; undefined where it names none. */
export function chosenOf(matrix: Matrix, kind: string, edition: string): Chosen | undefined {
  const row = matrix.kinds.find((one) => one.kind === kind);
  const column = matrix.editions.find((one) => one.id === edition);
  const cell = row?.cells.find((one) => one.edition === edition);
  return row && column && cell ? { kind: row, edition: column, cell } : undefined;
}

export type Mode = 'enforce' | 'observe';

/** What is shown of a cell: the best and the worst of policies that act, once where they are the same, or what becomes of those that only report. */
export function rangeOf({ best, worst, observed }: Cell, mode: Mode): Mark[] {
  if (mode === 'observe') {
    return observed ? [observed] : [];
  }
  return best.printed === worst.printed && best.evidence === worst.evidence ? [best] : [best, worst];
}

/** The columns of one vendor; all where none is named. */
export function editionsOf(matrix: Matrix, vendor: string): Edition[] {
  return matrix.editions.filter((one) => vendor === '' || one.vendor === vendor);
}

/** Whether a gateway would refuse a policy that is so faithful. */
export function refused({ grade }: Mark): boolean {
  return grade === 'PARTIAL' || grade === 'UNSUPPORTED';
}

/** What the tests named hold, in words. */
export function heldBy({ best, tests, behaviourTested, goldenCases }: Cell): string {
  const cases = goldenCases === 1 ? '1 golden case' : `${goldenCases} golden cases`;
  if (best.grade === 'UNSUPPORTED') {
    return `Refused; ${cases}. ${tests.join(', ')}`;
  }
  return `${behaviourTested ? 'Compared with what the kind means' : 'No test of its behaviour'}; ${cases}. ${tests.join(', ')}`;
}
