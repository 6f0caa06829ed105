import { Button, Flex, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answered, hub } from '../../api/hub';
import { embedded } from '../../api/problem';
import { LIVE, type Gateway } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { command, yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Page } from '../../shared/Page';
import { ProblemBox, Problems } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { Refused, useNewPlan } from '../plans/NewPlan';
import { Credential } from './Credential';
import { Facts } from './Facts';
import { Nodes } from './Nodes';
import { Objects } from './Objects';
import { Profile } from './Profile';
import { Remove } from './Remove';
import { TakingOver } from './TakingOver';
import { Telemetry } from './Telemetry';
import { Writers } from './Writers';

/** One gateway: how it is read, its nodes, who else writes, whether its logs arrive, what it holds. */
export default function GatewayPage() {
  const { name = '' } = useParams();
  const path = { params: { path: { gateway: name } } };
  const gateway = useQuery({
    queryKey: ['gateways', name],
    queryFn: () => answered<Gateway>(hub.GET('/api/gateways/{gateway}', path)),
    refetchInterval: LIVE,
  });
  return (
    <Page title={name} actions={gateway.data && <Actions name={name} />}>
      <Asked query={gateway} what="The gateway">
        {(found) => <Whole gateway={found} />}
      </Asked>
    </Page>
  );
}

function Whole({ gateway }: { gateway: Gateway }) {
  const { get, set } = useUrl();
  const why = embedded(gateway.lastRead?.why);
  return (
    <div className="stack">
      {why && <ProblemBox problem={why} title="The last read was not complete" tone={gateway.lastRead?.outcome === 'FAILED' ? 'danger' : 'warning'} />}
      <Flex>
        <CopyAs what="CLI command" text={() => command('describe', 'gateway', gateway.name)} />
        <Button variant="link" size="sm" component={(props) => <Link {...props} to={`/traffic?gateway=${encodeURIComponent(gateway.name)}`} />}>
          Its traffic
        </Button>
        <Button variant="link" size="sm" component={(props) => <Link {...props} to={`/drift?gateway=${encodeURIComponent(gateway.name)}`} />}>
          Its drift
        </Button>
        <CopyAs what="YAML" text={() => yamlOf(gateway)} />
      </Flex>
      <Facts gateway={gateway} />
      <Writers gateway={gateway.name} />
      <Tabs activeKey={get('tab', 'objects')} onSelect={(_, key) => set({ tab: String(key) })} aria-label="Parts of the gateway" mountOnEnter unmountOnExit>
        <Tab eventKey="objects" title={<TabTitleText>Native objects</TabTitleText>}>
          <Objects gateway={gateway.name} />
        </Tab>
        <Tab eventKey="nodes" title={<TabTitleText>Nodes</TabTitleText>}>
          <Nodes gateway={gateway.name} />
        </Tab>
        <Tab eventKey="telemetry" title={<TabTitleText>Telemetry</TabTitleText>}>
          <Telemetry gateway={gateway.name} />
        </Tab>
        <Tab eventKey="profile" title={<TabTitleText>Profile</TabTitleText>}>
          <Profile gateway={gateway.name} vendor={gateway.vendor} />
        </Tab>
        {gateway.vendor !== 'envoy' && (
          <Tab eventKey="takeover" title={<TabTitleText>Taking over</TabTitleText>}>
            <TakingOver gateway={gateway.name} />
          </Tab>
        )}
        {gateway.vendor !== 'envoy' && (
          <Tab eventKey="credential" title={<TabTitleText>Credential</TabTitleText>}>
            <Credential gateway={gateway.name} vendor={gateway.vendor} />
          </Tab>
        )}
      </Tabs>
    </div>
  );
}

function Actions({ name }: { name: string }) {
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => answered<Gateway>(hub.POST('/api/gateways/{gateway}/refresh', { params: { path: { gateway: name } } })),
    onSuccess: (found) => {
      queries.setQueryData(['gateways', name], found);
      void queries.invalidateQueries({ queryKey: ['gateways'] });
    },
  });
  const plan = useNewPlan();
  return (
    <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsFlexEnd' }}>
      <Flex>
        <Button variant="secondary" onClick={() => read.mutate()} isLoading={read.isPending} isDisabled={read.isPending}>
          Read now
        </Button>
        <Button onClick={() => plan.mutate(name)} isLoading={plan.isPending} isDisabled={plan.isPending}>
          Make a plan
        </Button>
        <Remove name={name} />
      </Flex>
      {read.isError && <Problems failure={read.error} />}
      {plan.isError && <Refused failure={plan.error} onClose={plan.reset} />}
    </Flex>
  );
}
