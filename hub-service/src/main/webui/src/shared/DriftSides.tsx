import type { PlanDrift } from '../api/answers';
import { Sides } from './Sides';

/** One place of drift: as it was applied, and as somebody left it. */
export function DriftSides({ row }: { row: PlanDrift }) {
  return (
    <Sides
      object={row.object}
      path={row.path}
      before={row.was}
      after={row.is}
      beforeSize={row.wasSize}
      afterSize={row.isSize}
      diff={row.diff}
      leftOut={row.diffLeftOut}
    />
  );
}
