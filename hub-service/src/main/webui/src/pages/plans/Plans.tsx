import { Link } from 'react-router';
import type { PlanRow } from '../../api/answers';
import { useGateways, usePlans } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Choice } from '../../shared/Choice';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { NewPlan } from './NewPlan';

const STATUS = ['PROPOSED', 'APPROVED', 'APPLYING', 'APPLIED', 'FAILED', 'INTERRUPTED', 'STALE'];

const COLUMNS: Column<PlanRow>[] = [
  { key: 'made', title: 'Made', value: (plan) => plan.createdAt, show: (plan) => <When at={plan.createdAt} /> },
  { key: 'gateway', title: 'Gateway', value: (plan) => plan.gateway },
  {
    key: 'plan',
    title: 'Plan',
    value: (plan) => plan.id,
    show: (plan) => <Link to={`/plans/${plan.id}`}>{plan.id.slice(0, 8)}</Link>,
  },
  { key: 'status', title: 'Status', value: (plan) => plan.status, show: (plan) => <Badge state={plan.status} /> },
  {
    key: 'steps',
    title: 'Steps',
    value: (plan) => plan.steps,
    show: (plan) => (plan.empty ? 'nothing to change' : plan.steps),
  },
  { key: 'by', title: 'Made by', value: (plan) => plan.createdBy },
  { key: 'approved', title: 'Approved by', value: (plan) => plan.approvedBy ?? '' },
];

/** All plans, and a way to make one. */
export default function Plans() {
  const plans = usePlans();
  const gateways = useGateways();
  const { get } = useUrl();
  const gateway = get('gateway');
  const status = get('status');
  const names = (gateways.data ?? []).map((one) => one.name);
  return (
    <Page
      title="Plans"
      about="What would change on a gateway: made from documents, reviewed, approved, then applied."
      actions={<NewPlan gateways={names} chosen={gateway} />}
    >
      <Asked query={plans} what="The plans">
        {(all) => (
          <Listing
            label="plans"
            rows={all.filter(
              (plan) => (gateway === '' || plan.gateway === gateway) && (status === '' || plan.status === status),
            )}
            columns={COLUMNS}
            rowKey={(plan) => plan.id}
            first={{ key: 'made', down: true }}
            filters={
              <>
                <Choice name="gateway" label="Gateway" options={names} all="All gateways" />
                <Choice name="status" label="Status" options={STATUS} all="Any status" />
              </>
            }
            nothing={
              all.length === 0 ? (
                <Nothing title="No plan yet" next="./entente plan GATEWAY">
                  A plan compares the documents with a gateway and says what would change. Nothing changes before it is approved and applied.
                </Nothing>
              ) : undefined
            }
          />
        )}
      </Asked>
    </Page>
  );
}
