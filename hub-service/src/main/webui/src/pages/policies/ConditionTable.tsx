import { Label } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Condition } from '../../api/answers';
import { useConditions } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { tone } from './tone';

const COLUMNS: Column<Condition>[] = [
  {
    key: 'gateway',
    title: 'Gateway',
    value: (row) => row.gateway,
    show: (row) => <Link to={`/gateways/${encodeURIComponent(row.gateway)}`}>{row.gateway}</Link>,
  },
  { key: 'target', title: 'Route', value: (row) => row.target },
  {
    key: 'condition',
    title: 'Condition',
    value: (row) => row.condition,
    show: (row) => (
      <Label isCompact status={tone(row)}>
        {row.status === 'TRUE' ? row.condition : `not ${row.condition}`}
      </Label>
    ),
  },
  { key: 'version', title: 'Version', value: (row) => row.version },
  { key: 'reason', title: 'Reason', value: (row) => row.reason, show: (row) => <code>{row.reason}</code> },
  { key: 'message', long: true, title: 'Message', value: (row) => row.message },
  { key: 'at', title: 'Since', value: (row) => row.at, show: (row) => <When at={row.at} /> },
];

/** What became of a policy on each route of each gateway. */
export function ConditionTable({ policy }: { policy: string }) {
  const conditions = useConditions(policy);
  const { get } = useUrl();
  const gateway = get('gateway');
  const condition = get('condition');
  return (
    <Asked query={conditions} what="The conditions">
      {(all) => (
        <Listing
          label="conditions"
          rows={all.filter(
            (one) => (gateway === '' || one.gateway === gateway) && (condition === '' || one.condition === condition),
          )}
          columns={COLUMNS}
          rowKey={(row) => `${row.gateway} ${row.target} ${row.condition}`}
          first={{ key: 'gateway', down: false }}
          filters={
            <>
              <Choice name="gateway" label="Gateway" options={[...new Set(all.map((one) => one.gateway))].sort()} all="All gateways" />
              <Choice name="condition" label="Condition" options={[...new Set(all.map((one) => one.condition))].sort()} all="All conditions" />
              <CopyAs what="CLI command" text={() => command('get', 'conditions')} />
            </>
          }
          nothing={
            all.length === 0 ? (
              <Nothing title="In no plan yet" next="./entente plan GATEWAY">
                Conditions appear once a gateway that this policy reaches is planned.
              </Nothing>
            ) : undefined
          }
        />
      )}
    </Asked>
  );
}
