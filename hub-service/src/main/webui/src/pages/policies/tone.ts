import type { Condition } from '../../api/answers';

const BAD_WHEN_TRUE = ['Drifted', 'Overridden', 'Conflicted'];

/** Whether a condition is good, calls for a look, or is a failure. */
export function tone({ condition, status, reason }: Condition): 'success' | 'warning' | 'danger' {
  if (BAD_WHEN_TRUE.includes(condition)) {
    return status === 'TRUE' ? 'warning' : 'success';
  }
  if (status === 'FALSE') {
    return 'danger';
  }
  return condition === 'Translated' && reason !== 'EXACT' ? 'warning' : 'success';
}
