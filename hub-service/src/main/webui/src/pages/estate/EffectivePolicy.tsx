import { Card, CardBody, CardTitle, Content, Label, List, ListItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { apiExplanation, type ApiExplanation } from '../../api/estate';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Heads } from '../../shared/Heads';
import { plural } from '../../shared/numbers';
import { effectiveOf, type Instance } from './effective';

/** Which policy holds on each route of each gateway, kind by kind, and what gave way. */
export function EffectivePolicy({ api }: { api: string }) {
  const explanation = useQuery({ ...apiExplanation(api), refetchInterval: 6 * LIVE });
  return (
    <Card isCompact>
      <CardTitle component="h2">Effective policy</CardTitle>
      <CardBody>
        <Asked query={explanation} what="The effective policy">
          {(found) => <Instances found={found} />}
        </Asked>
      </CardBody>
    </Card>
  );
}

function Instances({ found }: { found: ApiExplanation }) {
  const { instances, without, problems } = effectiveOf(found);
  return (
    <>
      {problems.map(({ gateway, message, nextStep, code }) => (
        <Content component="p" key={gateway + code + message}>
          <Label isCompact status="danger">
            {gateway}
          </Label>{' '}
          {message} ({code}) {nextStep}
        </Content>
      ))}
      {instances.length > 0 && (
        <div className="wide">
          <Table aria-label="Effective policy" variant="compact">
            <Heads names={['Gateway', 'Route', 'Kind', 'Holds', 'Gave way', 'Came to']} />
            <Tbody>
              {instances.map((one) => (
                <Row key={`${one.gateway} ${one.route} ${one.kind.kind} ${one.consumers.join()}`} api={found.api} one={one} />
              ))}
            </Tbody>
          </Table>
        </div>
      )}
      {without.length > 0 && <Content component="p">No policy holds on {without.join(', ')}.</Content>}
    </>
  );
}

function Row({ api, one: { gateway, route, consumers, kind } }: { api: string; one: Instance }) {
  return (
    <Tr>
      <Td dataLabel="Gateway">{gateway}</Td>
      <Td dataLabel="Route">
        <Link to={`?${new URLSearchParams({ gateway, route })}`} aria-label={`Explain ${api}/${route} on ${gateway}`}>
          {route}
        </Link>
      </Td>
      <Td dataLabel="Kind" modifier="breakWord">
        {kind.kind}
        {consumers.length > 0 && <div>for {consumers.join(', ')}</div>}
      </Td>
      <Td dataLabel="Holds" modifier="breakWord">
        {kind.holding.length === 0 && 'none'}
        {kind.holding.map((held) => (
          <div key={held.policy}>
            <Link to={`/policies/${encodeURIComponent(held.policy)}`}>{held.policy}</Link> v{held.version}, from {held.from.toLowerCase()}{' '}
            {held.fidelity && <Badge state={held.fidelity} />}{' '}
            {held.drift > 0 && (
              <Link to={`/drift?gateway=${encodeURIComponent(gateway)}`}>{plural(held.drift, 'place')} drifted</Link>
            )}
            <List isPlain>
              {held.values.map((value) => (
                <ListItem key={value.field}>
                  <code>
                    {value.field}: {value.value}
                  </code>
                </ListItem>
              ))}
            </List>
          </div>
        ))}
      </Td>
      <Td dataLabel="Gave way" modifier="breakWord">
        {kind.losers.length === 0 && kind.shadowed.length === 0 && '—'}
        {kind.losers.map((lost) => (
          <div key={lost.policy}>
            <Link to={`/policies/${encodeURIComponent(lost.policy)}`}>{lost.policy}</Link>{' '}
            <Label isCompact status="warning">
              {lost.why.toLowerCase()}
            </Label>{' '}
            {lost.reason}
          </div>
        ))}
        {kind.shadowed.map((one) => (
          <div key={one.policy + one.by}>
            {one.policy}{' '}
            <Label isCompact status="warning">
              shadowed
            </Label>{' '}
            {one.reason}
          </div>
        ))}
      </Td>
      <Td dataLabel="Came to" modifier="breakWord">
        {kind.holding.flatMap((held) => held.objects).length === 0 && 'nothing'}
        {kind.holding.flatMap((held) =>
          held.objects.map((object) => (
            <div key={`${held.policy} ${object.object}`}>
              <Link to={`/gateways/${encodeURIComponent(gateway)}?${new URLSearchParams({ tab: 'objects', object: object.object })}`}>
                <code>{object.object}</code>
              </Link>
              {object.parts.length > 0 && `, ${plural(object.parts.length, 'part')}`}
              {!object.applied && ', not applied as it stands now'}
            </div>
          )),
        )}
      </Td>
    </Tr>
  );
}
