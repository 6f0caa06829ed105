import { Alert, Button, Content, Flex, ToolbarItem } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, hub } from '../../api/hub';
import type { OpenDrift } from '../../api/answers';
import { useDrift, useGateways } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { DriftSides } from '../../shared/DriftSides';
import { Listing, type Column } from '../../shared/Listing';
import { Page } from '../../shared/Page';
import { Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { Refused, useNewPlan } from '../plans/NewPlan';

const COLUMNS: Column<OpenDrift>[] = [
  { key: 'gateway', title: 'Gateway', value: (row) => row.gateway },
  { key: 'object', long: true, title: 'Object', value: (row) => row.object, show: (row) => <code>{row.object}</code> },
  { key: 'path', title: 'Place', value: (row) => row.path, show: (row) => <code>{row.path || 'whole object'}</code> },
  { key: 'kind', title: 'Kind', value: (row) => row.kind, show: (row) => <Badge state={row.kind} /> },
  {
    key: 'values',
    long: true,
    title: 'As applied, and as it is',
    value: () => '',
    show: (row) => <DriftSides row={row} />,
  },
  { key: 'from', title: 'Comes from', value: (row) => row.sources.map(source).join(', ') },
  { key: 'seen', title: 'First seen', value: (row) => row.firstSeen, show: (row) => <When at={row.firstSeen} /> },
];

function source(of: OpenDrift['sources'][number]): string {
  return of.of === 'foundation' ? 'the frame' : `${of.of} ${of.name} v${of.version}`;
}

/** What somebody else changed in what Entente applied. */
export default function Drift() {
  const { get } = useUrl();
  const gateway = get('gateway');
  const gateways = useGateways();
  const drift = useDrift(gateway);
  const names = (gateways.data ?? []).map((one) => one.name);
  return (
    <Page
      title="Drift"
      about="What somebody else changed inside what Entente applied. A plan of the gateway heals it."
      actions={gateway !== '' && <Heal gateway={gateway} />}
    >
      <Asked query={drift} what="The drift">
        {(rows) => (
          <Listing
            label="drift"
            rows={rows}
            columns={COLUMNS}
            rowKey={(row) => `${row.gateway} ${row.object} ${row.path}`}
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
        )}
      </Asked>
    </Page>
  );
}

function Heal({ gateway }: { gateway: string }) {
  const queries = useQueryClient();
  const refresh = useMutation({
    mutationFn: () => answered<OpenDrift[]>(hub.GET('/api/drift', { params: { query: { gateway, refresh: true } } })),
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
