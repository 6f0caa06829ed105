import { Button, Flex } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useGateways, type Gateway } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { LastRead } from '../../shared/LastRead';
import { Listing, type Column } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';

const COLUMNS: Column<Gateway>[] = [
  {
    key: 'name',
    title: 'Gateway',
    value: (row) => row.name,
    show: (row) => <Link to={`/gateways/${encodeURIComponent(row.name)}`}>{row.name}</Link>,
  },
  { key: 'vendor', title: 'Vendor', value: (row) => row.vendor },
  {
    key: 'writes',
    title: 'Entente may',
    value: (row) => row.writes,
    show: (row) => (row.writes === 'managed' ? 'read and write' : 'read only'),
  },
  { key: 'labels', title: 'Labels', value: labels },
  { key: 'read', title: 'Last read', value: (row) => row.lastRead?.beganAt ?? '', show: (row) => <LastRead read={row.lastRead} /> },
  { key: 'version', title: 'Document', value: (row) => row.version, show: (row) => `v${row.version}` },
];

function labels(gateway: Gateway): string {
  return Object.entries(gateway.labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/** All gateways. */
export default function Gateways() {
  const gateways = useGateways();
  const { get } = useUrl();
  const vendor = get('vendor');
  return (
    <Page
      title="Gateways"
      about="What the hub reads, and where it may write."
      actions={
        <Flex>
          <CopyAs what="CLI command" text={() => command('get', 'gateways')} />
          <Button component={(props) => <Link {...props} to="/add-gateway" />}>Add a gateway</Button>
        </Flex>
      }
    >
      <Asked query={gateways} what="The gateways">
        {(all) => (
          <Listing
            label="gateways"
            rows={all.filter((one) => vendor === '' || one.vendor === vendor)}
            columns={COLUMNS}
            rowKey={(row) => row.name}
            first={{ key: 'name', down: false }}
            filters={<Choice name="vendor" label="Vendor" options={[...new Set(all.map((one) => one.vendor))].sort()} all="All vendors" />}
            nothing={
              <Nothing title="No gateway yet" next="./entente apply -f gateway.yaml">
                Add one here, or apply a Gateway document.
              </Nothing>
            }
          />
        )}
      </Asked>
    </Page>
  );
}
