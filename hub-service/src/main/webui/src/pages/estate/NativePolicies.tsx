import { Card, CardBody, CardTitle, Content, Label } from '@patternfly/react-core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Choice } from '../../shared/Choice';
import { Listing, type Column } from '../../shared/Listing';
import { useUrl } from '../../shared/url';
import type { NativeLine } from './rows';

const COLUMNS: Column<NativeLine>[] = [
  { key: 'gateway', title: 'Gateway', width: '12%', value: (row) => row.gateway },
  { key: 'route', title: 'Route', width: '14%', value: (row) => row.route, long: true },
  {
    key: 'policy',
    title: 'Native policy',
    width: '22%',
    value: (row) => row.policy.name,
    long: true,
    show: (row) => (
      <Link to={`/gateways/${encodeURIComponent(row.gateway)}?${new URLSearchParams({ tab: 'objects', object: row.policy.object })}`} title={row.policy.object}>
        {row.policy.name}
      </Link>
    ),
  },
  { key: 'type', title: 'Type', width: '14%', value: (row) => row.policy.type, long: true },
  {
    key: 'place',
    title: 'Acts in',
    width: '24%',
    value: (row) => `${row.policy.place} ${row.policy.when ?? ''}`,
    long: true,
    show: (row) => (
      <>
        {row.policy.place}
        {row.policy.when && (
          <>
            {' '}
            when <code>{row.policy.when}</code>
          </>
        )}
        {!row.policy.acts && ', switched off'}
      </>
    ),
  },
  { key: 'scope', title: 'Reaches', width: '8%', value: (row) => row.scope.toLowerCase() },
  {
    key: 'whose',
    title: 'Whose',
    width: '8%',
    value: (row) => (row.policy.ours ? 'ours' : 'others'),
    show: (row) =>
      row.policy.ours ? (
        <Label isCompact status="info">
          ours
        </Label>
      ) : (
        <Label isCompact variant="outline">
          others’
        </Label>
      ),
  },
];
const FIRST = { key: 'gateway', down: false };
const keyOf = (row: NativeLine) => row.key;

/** What acts on the routes on their gateways, ours and that of others. */
export function NativePolicies({ lines }: { lines: NativeLine[] }) {
  const whose = useUrl().get('whose');
  const rows = useMemo(() => lines.filter((line) => whose === '' || line.policy.ours === (whose === 'ours')), [lines, whose]);
  return (
    <Card isCompact>
      <CardTitle component="h2">Native policies</CardTitle>
      <CardBody>
        <Content component="small">What acts on requests there in the gateways’ own words, as last read. Ours and what others put there.</Content>
        <Listing
          label="native policies"
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          first={FIRST}
          prefix="n."
          filters={<Choice name="whose" label="Whose" options={['ours', 'others']} all="Anybody’s" />}
          nothing={<p>No native policy acts here.</p>}
        />
      </CardBody>
    </Card>
  );
}
