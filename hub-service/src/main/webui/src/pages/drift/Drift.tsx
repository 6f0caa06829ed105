import { Alert, Button, Content, Flex, Label, ToolbarItem } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, hub } from '../../api/hub';
import { useDriftRows, type DriftRow } from '../../api/drift';
import { useGateways } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { DriftSides } from '../../shared/DriftSides';
import { Listing, type Column } from '../../shared/Listing';
import { plural } from '../../shared/numbers';
import { Page } from '../../shared/Page';
import { Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { Refused, useNewPlan } from '../plans/NewPlan';
import { Decisions } from './Decisions';
import { reported } from './deciding';
import { RowActions } from './RowActions';

const COLUMNS: Column<DriftRow>[] = [
  {
    key: 'object',
    long: true,
    title: 'Object and place',
    value: (row) => `${row.object} ${row.path}`,
    show: (row) => (
      <>
        {row.gateway}: <code>{row.object}</code>
        <br />
        <code>{row.path || 'whole object'}</code>
      </>
    ),
  },
  {
    key: 'kind',
    title: 'Kind',
    long: true,
    value: (row) => `${row.kind} ${row.ignored === undefined ? '' : 'ignored'}`,
    show: (row) => (
      <>
        <Badge state={row.kind} />
        {row.ignored && (
          <>
            {' '}
            <Label isCompact title={`${row.ignored.by}: ${row.ignored.reason}`}>
              ignored until {row.ignored.until.slice(0, 10)}
            </Label>
          </>
        )}
      </>
    ),
  },
  {
    key: 'values',
    long: true,
    title: 'As applied, and as it is',
    value: () => '',
    show: (row) => <DriftSides row={row} />,
  },
  { key: 'from', title: 'Comes from', value: (row) => row.sources.map(source).join(', ') },
  { key: 'seen', title: 'Since', value: (row) => row.firstSeen, show: (row) => <When at={row.firstSeen} /> },
  { key: 'do', title: 'Do', value: () => '', show: (row) => <RowActions row={row} /> },
];

function source(of: DriftRow['sources'][number]): string {
  return of.of === 'foundation' ? 'the frame' : `${of.of} ${of.name} v${of.version}`;
}

/** What somebody else changed in what Entente applied. */
export default function Drift() {
  const { get } = useUrl();
  const gateway = get('gateway');
  const gateways = useGateways();
  const drift = useDriftRows(gateway);
  const names = (gateways.data ?? []).map((one) => one.name);
  return (
    <Page
      title="Drift"
      about="What somebody else changed inside what Entente applied. Heal it with a plan, adopt it so that it stays, or ignore it for a time."
      actions={gateway !== '' && <Heal gateway={gateway} />}
    >
      <Asked query={drift} what="The drift">
        {(rows) => (
          <>
          {rows.length > reported(rows).length && (
            <Content component="p">
              {plural(reported(rows).length, 'place')} to decide about; {plural(rows.length - reported(rows).length, 'place is', 'places are')} ignored.
            </Content>
          )}
          <Listing
            label="drift"
            rows={rows}
            columns={COLUMNS}
            rowKey={(row) => String(row.id)}
            first={{ key: 'seen', down: true }}
            filters={
              <>
                <Choice name="gateway" label="Gateway" options={names} all="All gateways" />
                <ToolbarItem>
                  <CopyAs what="CLI command" text={() => command('get', 'drifts', ...(gateway ? ['--gateway', gateway, '--refresh'] : []))} />
                </ToolbarItem>
              </>
            }
            nothing={
              <Alert isInline variant="success" title="No open drift">
                <Content component="p">
                  As of each gateway’s last complete read{gateway === '' ? '. Choose a gateway to read it now.' : '.'}
                </Content>
              </Alert>
            }
          />
          </>
        )}
      </Asked>
      <Decisions gateway={gateway} />
    </Page>
  );
}

function Heal({ gateway }: { gateway: string }) {
  const queries = useQueryClient();
  const refresh = useMutation({
    mutationFn: () => answered<DriftRow[]>(hub.GET('/api/drift', { params: { query: { gateway, refresh: true } } })),
    onSuccess: (rows) => {
      queries.setQueryData(['drift', gateway], rows);
      void queries.invalidateQueries({ queryKey: ['drift', ''] });
      void queries.invalidateQueries({ queryKey: ['gateways'] });
    },
  });
  const heal = useNewPlan();
  return (
    <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsFlexEnd' }}>
      <Flex>
        <Button variant="secondary" onClick={() => refresh.mutate()} isLoading={refresh.isPending} isDisabled={refresh.isPending}>
          Read {gateway} now
        </Button>
        <Button onClick={() => heal.mutate(gateway)} isLoading={heal.isPending} isDisabled={heal.isPending}>
          Plan the heal
        </Button>
      </Flex>
      {refresh.isError && <Problems failure={refresh.error} />}
      {heal.isError && <Refused failure={heal.error} onClose={heal.reset} />}
    </Flex>
  );
}
