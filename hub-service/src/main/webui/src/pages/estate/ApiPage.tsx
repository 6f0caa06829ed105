import { Card, CardBody, CardTitle, Content, ExpandableSection, Flex } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { StoredDocument } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { applyCommand } from '../../shared/apply';
import { Asked } from '../../shared/Asked';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { placesOf, routesOf } from './documents';
import { Explain } from './Explain';

/** One API: where it lives, its routes, and what holds on each of them. */
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
  const routes = routesOf(api.document);
  const places = placesOf(api.document);
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
      <Card isCompact>
        <CardTitle component="h2">Routes, and the gateways they are on</CardTitle>
        <CardBody>
          <Table aria-label="Routes" variant="compact">
            <Thead>
              <Tr>
                <Th modifier="nowrap">Route</Th>
                <Th modifier="nowrap">Matches</Th>
                {places.map((place) => (
                  <Th key={`${place.gateway} ${place.how}`}>{place.gateway}</Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {routes.map((one) => (
                <Tr key={one.name}>
                  <Td dataLabel="Route">{one.name}</Td>
                  <Td dataLabel="Matches">
                    <code>{one.match}</code>
                  </Td>
                  {places.map((place) => (
                    <Td key={`${place.gateway} ${place.how}`} dataLabel={place.gateway}>
                      {place.how === 'made' || place.routes[one.name] !== undefined ? (
                        <>
                          {place.how === 'made' ? 'made by Entente' : <code>{place.routes[one.name]}</code>}{' '}
                          <Link to={`?gateway=${encodeURIComponent(place.gateway)}&route=${encodeURIComponent(one.name)}`} aria-label={`Explain ${one.name} on ${place.gateway}`}>
                            explain
                          </Link>
                        </>
                      ) : (
                        'not bound'
                      )}
                    </Td>
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </CardBody>
      </Card>
      {gateway && route && <Explain gateway={gateway} api={api.name} route={route} />}
      <ExpandableSection toggleText="The document as YAML">
        <pre className="code" tabIndex={0} aria-label="The document as YAML">
          {yamlOf(api.document)}
        </pre>
      </ExpandableSection>
    </div>
  );
}
