import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Condition, StoredPolicy } from '../../api/answers';
import { useConditions, usePolicies } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { plural } from '../../shared/numbers';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { fate } from './fate';

function columns(conditions: Condition[] | undefined): Column<StoredPolicy>[] {
  const inForce = (row: StoredPolicy) =>
    conditions === undefined ? '…' : fate(conditions.filter((one) => one.policy === row.name), row.version);
  return [
    {
      key: 'name',
      title: 'Policy',
      value: (row) => row.name,
      show: (row) => <Link to={`/policies/${encodeURIComponent(row.name)}`}>{row.name}</Link>,
    },
    { key: 'kind', title: 'Kind', value: (row) => row.kind },
    { key: 'version', title: 'Version', value: (row) => row.version },
    { key: 'force', title: 'Where it stands', value: inForce },
    {
      key: 'unmatched',
      title: 'Reaches nothing',
      value: (row) => row.unmatchedTargets?.length ?? 0,
      show: (row) => (row.unmatchedTargets?.length ? plural(row.unmatchedTargets.length, 'target') : ''),
    },
    { key: 'changed', title: 'Changed', value: (row) => row.createdAt, show: (row) => <When at={row.createdAt} /> },
    { key: 'by', title: 'By', value: (row) => row.createdBy },
  ];
}

/** All policies. */
export default function Policies() {
  const policies = usePolicies();
  const conditions = useConditions();
  const { get } = useUrl();
  const kind = get('kind');
  return (
    <Page
      title="Policies"
      about={
        <>
          Written once, translated for every gateway they reach. What each gateway keeps of each kind: <Link to="/fidelity">fidelity</Link>.
        </>
      }
      actions={<Button component={(props) => <Link {...props} to="/add-policy" />}>Write a policy</Button>}
    >
      <Asked query={policies} what="The policies">
        {(all) => (
          <Listing
            label="policies"
            rows={all.filter((one) => kind === '' || one.kind === kind)}
            columns={columns(conditions.data)}
            rowKey={(row) => row.name}
            first={{ key: 'name', down: false }}
            filters={
              <>
                <Choice name="kind" label="Kind" options={[...new Set(all.map((one) => one.kind))].sort()} all="All kinds" />
                <CopyAs what="CLI command" text={() => command('get', 'policies')} />
              </>
            }
            nothing={
              all.length === 0 ? (
                <Nothing title="No policy yet" next="./entente apply -f policy.yaml">
                  A policy says what must hold on an API or a route, whichever gateway it lives on. Write one here, or apply a document.
                </Nothing>
              ) : undefined
            }
          />
        )}
      </Asked>
    </Page>
  );
}
