import { Alert, Card, CardBody, CardTitle, Content, Flex, List, ListItem, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Explanation, HoldingHere, LostHere } from '../../api/answers';
import { answered, hub } from '../../api/hub';
import { embedded } from '../../api/problem';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { command, yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Heads } from '../../shared/Heads';
import { plural } from '../../shared/numbers';
import { ProblemBox } from '../../shared/Problems';
import { FidelityTable } from '../plans/FidelityTable';

interface Props {
  gateway: string;
  api: string;
  route: string;
}

/** What holds on one route of one gateway, what lost and why, and what it became there. */
export function Explain({ gateway, api, route }: Props) {
  const query = { gateway, api, route };
  const explanation = useQuery({
    queryKey: ['explain', query],
    queryFn: () => answered<Explanation>(hub.GET('/api/explain', { params: { query } })),
    refetchInterval: 2 * LIVE,
  });
  return (
    <Card isCompact>
      <CardTitle component="h2">
        What holds on {api}/{route} on <Link to={`/gateways/${encodeURIComponent(gateway)}`}>{gateway}</Link>
      </CardTitle>
      <CardBody>
        <Asked query={explanation} what="The explanation">
          {(found) => (
            <div className="stack">
              <Flex>
                <CopyAs what="CLI command" text={() => command('explain', gateway, `${api}/${route}`)} />
                <CopyAs what="YAML" text={() => yamlOf(found)} />
              </Flex>
              <Holding found={found} />
            </div>
          )}
        </Asked>
      </CardBody>
    </Card>
  );
}

function Holding({ found }: { found: Explanation }) {
  return (
    <>
      {found.refusals.map((one, index) => {
        const problem = embedded(one);
        return problem && <ProblemBox key={index} problem={problem} title="Refused" />;
      })}
      {found.shadowed.length > 0 && (
        <Alert isInline variant="warning" title="What others on the gateway keep from acting">
          <List>
            {found.shadowed.map((one) => (
              <ListItem key={one.policy + one.by}>
                {one.policy}: {one.reason}
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      {found.drift.length > 0 && (
        <Alert isInline variant="warning" title={`${plural(found.drift.length, 'place')} of it drifted`}>
          <Link to={`/drift?gateway=${encodeURIComponent(found.gateway)}`}>See the drift</Link>
        </Alert>
      )}
      <Policies holding={found.effective} label="Policies that hold" />
      <Lost losers={found.losers} title="What lost, and why" />
      {found.callers.map((set) => {
        const whom = set.consumers.join(', ');
        return (
          <div className="stack" key={whom}>
            <Title headingLevel="h3">For {whom}</Title>
            <Policies holding={set.effective} label={`Policies that hold for ${whom}`} />
            <Lost losers={set.losers} title={`What lost for ${whom}, and why`} />
          </div>
        );
      })}
      <Title headingLevel="h3">What the translation keeps and loses</Title>
      <FidelityTable entries={found.fidelity} />
      <Title headingLevel="h3">What it becomes on the gateway</Title>
      <Table aria-label="Native objects" variant="compact">
        <Heads names={['Object', 'Parts', 'Comes from', 'Applied']} />
        <Tbody>
          {found.objects.map((one) => (
            <Tr key={one.object + one.parts.join()}>
              <Td dataLabel="Object" modifier="breakWord">
                <code>{one.object}</code>
              </Td>
              <Td dataLabel="Parts" modifier="breakWord">{one.parts.length === 0 ? 'whole' : one.parts.map((part) => <div key={part}><code>{part}</code></div>)}</Td>
              <Td dataLabel="Comes from">{one.from.join(', ')}</Td>
              <Td dataLabel="Applied">{one.applied ? 'yes' : 'not as it stands now'}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

function Policies({ holding, label }: { holding: HoldingHere[]; label: string }) {
  return holding.length === 0 ? (
    <Content component="p">No policy holds here.</Content>
  ) : (
    <Table aria-label={label} variant="compact">
      <Heads names={['Policy', 'Kind', 'From', 'Merge', 'Priority']} />
      <Tbody>
        {holding.map((one) => (
          <Tr key={one.policy}>
            <Td dataLabel="Policy">
              <Link to={`/policies/${encodeURIComponent(one.policy)}`}>{one.policy}</Link> v{one.version}
            </Td>
            <Td dataLabel="Kind">{one.kind}</Td>
            <Td dataLabel="From">{one.from.toLowerCase()}</Td>
            <Td dataLabel="Merge">{one.merge.toLowerCase()}</Td>
            <Td dataLabel="Priority">{one.priority}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Lost({ losers, title }: { losers: LostHere[]; title: string }) {
  return (
    losers.length > 0 && (
      <>
        <Title headingLevel="h3">{title}</Title>
        <List>
          {losers.map((one) => (
            <ListItem key={one.policy + one.kind}>
              <Link to={`/policies/${encodeURIComponent(one.policy)}`}>{one.policy}</Link> ({one.kind}): {one.reason}
            </ListItem>
          ))}
        </List>
      </>
    )
  );
}
