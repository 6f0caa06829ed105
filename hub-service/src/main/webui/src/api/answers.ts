/** Bodies that the API document gives only as JSON: trees that the hub writes itself. */

/** Any JSON. */
export type Tree = null | boolean | number | string | Tree[] | { [name: string]: Tree };

export type PlanStatus =
  | 'PROPOSED'
  | 'APPROVED'
  | 'APPLYING'
  | 'APPLIED'
  | 'FAILED'
  | 'INTERRUPTED'
  | 'STALE';

export interface PlanHead {
  id: string;
  gateway: string;
  hash: string;
  status: PlanStatus;
  empty: boolean;
  createdAt: string;
  createdBy: string;
  approvedBy?: string;
  approvedAt?: string;
  appliedAt?: string;
}

export interface PlanRow extends PlanHead {
  steps: number;
}

/** Where both sides of a file are text, `diff` is their difference. */
export interface FileSides {
  diff?: string;
  diffLeftOut?: number;
}

export interface Difference extends FileSides {
  action: string;
  object: string;
  path: string;
  from?: Tree;
  to?: Tree;
  fromSize?: number;
  toSize?: number;
}

export interface PlanDrift extends FileSides {
  kind: string;
  object: string;
  path: string;
  was?: Tree;
  is?: Tree;
  wasSize?: number;
  isSize?: number;
}

export interface OpenDrift extends PlanDrift {
  gateway: string;
  firstSeen: string;
  /** There when somebody decided not to hear of it for a time. */
  ignored?: object;
  sources: { of: string; name: string; version: number }[];
}

export interface Deviation {
  code: string;
  direction: string;
  bound: string;
  remedy: string;
  policies: string[];
}

export interface FieldFidelity {
  field: string;
  value: string;
  grade: string;
  evidence: string;
  deviations: Deviation[];
}

export interface Fidelity {
  policy: string;
  version: number;
  kind: string;
  target: string;
  grade: string;
  fields: FieldFidelity[];
}

export interface Shadowed {
  policy: string;
  version: number;
  target: string;
  why: string;
  by: string;
  reason: string;
}

export interface Writer {
  kind: string;
  evidence: string;
  wouldOverwrite: string;
}

export type StepState = 'PLANNED' | 'SENDING' | 'DONE' | 'REFUSED' | 'UNKNOWN';

export interface PlanStep {
  number: number;
  object: string;
  action: string;
  state: StepState;
  outputs?: { [name: string]: Tree };
}

export interface Plan extends PlanHead {
  steps: PlanStep[];
  differences?: Difference[];
  drift?: PlanDrift[];
  fidelity?: Fidelity[];
  shadowed?: Shadowed[];
  otherWriters?: Writer[];
  cannotReturn?: string[];
  undoOf?: string;
  reason?: Tree;
  convergence?: Tree;
}

export interface StoredDocument {
  name: string;
  version: number;
  createdAt: string;
  createdBy: string;
  document: Tree;
}

export interface StoredPolicy extends StoredDocument {
  kind: string;
  unmatchedTargets?: string[];
}

export interface Condition {
  gateway: string;
  policy: string;
  version: number;
  target: string;
  condition: string;
  status: 'TRUE' | 'FALSE';
  reason: string;
  message: string;
  at: string;
}

export interface HoldingHere {
  policy: string;
  version: number;
  kind: string;
  from: string;
  merge: string;
  priority: number;
}

export interface LostHere {
  policy: string;
  version: number;
  kind: string;
  why: string;
  winner: string;
  reason: string;
}

export interface Explanation {
  gateway: string;
  api: string;
  route: string;
  effective: HoldingHere[];
  losers: LostHere[];
  /** For those whom policies name; all that holds for them, not only what differs. */
  callers: { consumers: string[]; effective: HoldingHere[]; losers: LostHere[] }[];
  objects: { object: string; parts: string[]; from: string[]; applied: boolean }[];
  fidelity: Fidelity[];
  shadowed: Shadowed[];
  refusals: Tree[];
  conditions: Condition[];
  drift: OpenDrift[];
}
