import type { PlanHead } from '../../api/answers';

export type Action = 'approve' | 'apply' | 'rollback';

/** What can be done with a plan as it stands. */
export function actionsOf(plan: Pick<PlanHead, 'status' | 'empty'>): Action[] {
  switch (plan.status) {
    case 'PROPOSED':
      return plan.empty ? [] : ['approve'];
    case 'APPROVED':
      return ['apply'];
    case 'APPLIED':
    case 'FAILED':
    case 'INTERRUPTED':
      return ['rollback'];
    case 'APPLYING':
    case 'STALE':
      return [];
  }
}
