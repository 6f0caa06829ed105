import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import type { OpenDrift } from '../../api/answers';
import type { Gateway, TrafficSummary } from '../../api/queries';
import { LastRead } from '../../shared/LastRead';
import { count, percent } from '../../shared/numbers';
import { tally } from '../drift/deciding';

interface Props {
  gateways: Gateway[];
  traffic: TrafficSummary | undefined;
  drift: OpenDrift[] | undefined;
}

/** One line a gateway: read, requests of the last 15 minutes, open drift. */
export function GatewayTable({ gateways, traffic, drift }: Props) {
  return (
    <Table aria-label="Gateways" variant="compact">
      <Thead>
        <Tr>
          <Th modifier="nowrap">Gateway</Th>
          <Th modifier="nowrap">Vendor</Th>
          <Th modifier="nowrap">Last read</Th>
          <Th modifier="nowrap">Requests, 15 min</Th>
          <Th modifier="nowrap">4xx</Th>
          <Th modifier="nowrap">5xx</Th>
          <Th modifier="nowrap">Open drift</Th>
        </Tr>
      </Thead>
      <Tbody>
        {gateways.map((gateway) => {
          const name = encodeURIComponent(gateway.name);
          const counts = traffic?.groups.find((group) => group.key === gateway.name)?.counts;
          // A gateway absent among more groups than the answer holds is not one without requests.
          const known = traffic !== undefined && (counts !== undefined || !traffic.moreGroups);
          const drifted = drift?.filter((one) => one.gateway === gateway.name);
          return (
            <Tr key={gateway.name}>
              <Td dataLabel="Gateway">
                <Link to={`/gateways/${name}`}>{gateway.name}</Link>
              </Td>
              <Td dataLabel="Vendor">{gateway.vendor}</Td>
              <Td dataLabel="Last read">
                <LastRead read={gateway.lastRead} />
              </Td>
              <Td dataLabel="Requests, 15 min">
                <Link to={`/traffic?from=-15m&gateway=${name}`}>{known ? count(counts?.requests ?? 0) : '…'}</Link>
              </Td>
              <Td dataLabel="4xx">
                <Link to={`/traffic?from=-15m&gateway=${name}&tab=events&status=4xx`}>{known ? count(counts?.clientErrors ?? 0) : '…'}</Link>
              </Td>
              <Td dataLabel="5xx">
                <Link to={`/traffic?from=-15m&gateway=${name}&tab=events&status=5xx`}>{known ? `${count(counts?.errors ?? 0)} (${percent(counts?.errorRate ?? 0)})` : '…'}</Link>
              </Td>
              <Td dataLabel="Open drift">
                {drifted === undefined ? '…' : drifted.length === 0 ? 'none' : <Link to={`/drift?gateway=${name}`}>{tally(drifted)}</Link>}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
