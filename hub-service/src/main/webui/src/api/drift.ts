import { useQuery } from '@tanstack/react-query';
import type { OpenDrift, Plan } from './answers';
import { answered, hub, type Schemas } from './hub';
import { LIVE } from './queries';

/** A decision about drift, in force or ended. */
export type Decision = Schemas['DecisionView'];

/** A row of drift with what a decision about it needs. */
export interface DriftRow extends OpenDrift {
  id: number;
  /** Says which values were looked at; a decision about others is refused. */
  seen: string;
  ignored?: { decision: number; by: string; reason: string; until: string };
}

/** What a plan or an explanation says of a decision. */
export interface KeptByDecision {
  decision: number;
  object: string;
  path: string;
  text: string;
}

/** A plan with what decisions about drift do to it. */
export interface DecidedPlan extends Plan {
  adopted?: KeptByDecision[];
  adoptionsEnded?: (KeptByDecision & { why: string })[];
  ignoredDrift?: KeptByDecision[];
}

export const useDriftRows = (gateway = '') =>
  useQuery({
    queryKey: ['drift', gateway],
    queryFn: () => answered<DriftRow[]>(hub.GET('/api/drift', { params: { query: { gateway } } })),
    refetchInterval: LIVE,
  });

export const useDecisions = (gateway: string, all: boolean) =>
  useQuery({
    queryKey: ['drift-decisions', gateway, all],
    queryFn: () => answered<Decision[]>(hub.GET('/api/drift/decisions', { params: { query: { gateway, all } } })),
    refetchInterval: LIVE,
  });
