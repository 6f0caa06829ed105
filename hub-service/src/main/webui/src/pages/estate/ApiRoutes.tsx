import { Card, CardBody, CardTitle, Content, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import type { ApiPlaces } from '../../api/estate';
import { Heads } from '../../shared/Heads';
import { When } from '../../shared/When';
import { matchText } from './rows';

type OnGateway = ApiPlaces['gateways'][number];
type OnRoute = OnGateway['routes'][number];

/** Where each route of an API is, as the gateways have it. */
export function ApiRoutes({ places }: { places: ApiPlaces }) {
  return (
    <Card isCompact>
      <CardTitle component="h2">Bindings and routes</CardTitle>
      <CardBody>
        <Content component="small">Hosts: {places.hosts.map((host) => (host === '*' ? 'every host' : host)).join(', ')}.</Content>
        {places.gateways.length === 0 ? (
          <Content component="p">It is on no gateway the hub knows.</Content>
        ) : (
          <div className="wide">
            <Table aria-label="Routes" variant="compact">
              <Heads names={['Gateway', 'Route', 'Matches', 'On the gateway', 'State', 'Seen']} />
              <Tbody>
                {places.gateways.flatMap((gateway) =>
                  gateway.routes.map((route) => <Row key={`${gateway.gateway} ${route.route}`} api={places.api} on={gateway} route={route} />),
                )}
              </Tbody>
            </Table>
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function Row({ api, on, route }: { api: string; on: OnGateway; route: OnRoute }) {
  return (
    <Tr>
      <Td dataLabel="Gateway">
        <Link to={`/gateways/${encodeURIComponent(on.gateway)}`}>{on.gateway}</Link> ({on.vendor})
      </Td>
      <Td dataLabel="Route">
        {route.route}{' '}
        <Link to={`?${new URLSearchParams({ gateway: on.gateway, route: route.route })}`} aria-label={`Explain ${api}/${route.route} on ${on.gateway}`}>
          explain
        </Link>
      </Td>
      <Td dataLabel="Matches" modifier="breakWord">
        <code>{[...route.methods, route.path].join(' ')}</code>
      </Td>
      <Td dataLabel="On the gateway" modifier="breakWord">
        {route.reference === null ? 'made by Entente' : <>bound to <code>{route.reference}</code></>}
        {[...new Set(route.found.map((one) => matchText(one.route)))].map((text) => (
          <div key={text}>
            <code>{text}</code>
          </div>
        ))}
      </Td>
      <Td dataLabel="State">
        <RouteState state={route.state} />
      </Td>
      <Td dataLabel="Seen">{on.lastSeen ? <When at={on.lastSeen} /> : 'never read'}</Td>
    </Tr>
  );
}

function RouteState({ state }: { state: OnRoute['state'] }) {
  switch (state) {
    case 'FOUND':
      return (
        <Label isCompact status="success">
          found
        </Label>
      );
    case 'MISSING':
      return (
        <Label isCompact status="warning" title="The last complete read of the gateway did not find it">
          missing
        </Label>
      );
    default:
      return (
        <Label isCompact variant="outline" title="The gateway was not read completely yet">
          not read
        </Label>
      );
  }
}
