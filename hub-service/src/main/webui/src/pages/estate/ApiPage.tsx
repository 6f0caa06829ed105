import { Content, ExpandableSection, Flex } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { StoredDocument } from '../../api/answers';
import { apiPlaces, type ApiPlaces } from '../../api/estate';
import { answered, hub } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { applyCommand } from '../../shared/apply';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { ApiRoutes } from './ApiRoutes';
import { ApiTraffic } from './ApiTraffic';
import { EffectivePolicy } from './EffectivePolicy';
import { Explain } from './Explain';
import { NativePolicies } from './NativePolicies';
import { linesOf } from './rows';

/** One API: where it lives, its routes, what holds on each of them, and its traffic. */
export default function ApiPage() {
  const { name = '' } = useParams();
  const api = useQuery({
    queryKey: ['apis', name],
    queryFn: () => answered<StoredDocument>(hub.GET('/api/apis/{api}', { params: { path: { api: name } } })),
    refetchInterval: LIVE,
  });
  return (
    <Page title={name} actions={<Link to={`/traffic?api=${encodeURIComponent(name)}&groupBy=route`}>Its traffic</Link>}>
      <Asked query={api} what="The API">
        {(found) => <Whole api={found} />}
      </Asked>
    </Page>
  );
}

function Whole({ api }: { api: StoredDocument }) {
  const { params } = useUrl();
  const places = useQuery({ ...apiPlaces(api.name), refetchInterval: 2 * LIVE });
  const gateway = params.get('gateway');
  const route = params.get('route');
  return (
    <div className="stack">
      <Flex>
        <Content component="small">
          Version {api.version}, stored <When at={api.createdAt} /> by {api.createdBy}.
        </Content>
        <CopyAs what="YAML" text={() => yamlOf(api.document)} />
        <CopyAs what="CLI command" text={() => applyCommand(api.document)} />
      </Flex>
      <Asked query={places} what="Its places">
        {(found) => <ApiRoutes places={found} />}
      </Asked>
      {gateway && route && <Explain gateway={gateway} api={api.name} route={route} />}
      <EffectivePolicy api={api.name} />
      <ApiTraffic api={api.name} />
      {places.data && <Native places={places.data} />}
      <ExpandableSection toggleText="The document as YAML">
        <pre className="code" tabIndex={0} aria-label="The document as YAML">
          {yamlOf(api.document)}
        </pre>
      </ExpandableSection>
    </div>
  );
}

function Native({ places }: { places: ApiPlaces }) {
  const lines = useMemo(
    () => places.gateways.flatMap(({ gateway, routes }) => routes.flatMap((one) => linesOf(gateway, one.route, one.found))),
    [places],
  );
  return <NativePolicies lines={lines} />;
}
