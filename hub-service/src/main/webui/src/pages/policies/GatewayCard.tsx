import { Card, CardBody, CardHeader, CardTitle, Content, Flex, Label } from '@patternfly/react-core';
import { Link } from 'react-router';
import { toProblem, type GatewayPreview } from '../../api/preview';
import { Badge } from '../../shared/Badge';
import { plural } from '../../shared/numbers';
import { ProblemBox } from '../../shared/Problems';
import { When } from '../../shared/When';
import { fieldGroups, objectsText, worst } from './fieldGroups';
import { FieldRow } from './FieldRow';
import { Rivals } from './Rivals';

interface Props {
  gateway: GatewayPreview;
  /** Whether the text holds more than one policy. */
  several: boolean;
  names: string[];
}

/** What would become of the policies on one gateway. */
export function GatewayCard({ gateway, several, names }: Props) {
  const groups = fieldGroups(gateway.fidelity);
  return (
    <Card isCompact>
      <CardHeader>
        <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
          <CardTitle component="h3">
            <Link to={`/gateways/${encodeURIComponent(gateway.gateway)}`}>{gateway.gateway}</Link>
          </CardTitle>
          <Label isCompact variant="outline">
            {gateway.vendor}
          </Label>
          <Verdict gateway={gateway} />
          {gateway.writes === 'observeOnly' && (
            <Label isCompact variant="outline">
              observe only
            </Label>
          )}
        </Flex>
      </CardHeader>
      <CardBody className="stack">
        <Content component="small">
          {gateway.routes.length === 0 ? 'Reaches no route any more.' : `Reaches ${plural(gateway.routes.length, 'route')}.`}
          <Changes gateway={gateway} />
          {gateway.observedAt && (
            <>
              {' '}
              Judged by the read <When at={gateway.observedAt} />.
            </>
          )}
        </Content>
        {gateway.problems.map((problem, index) => (
          <ProblemBox key={index} problem={toProblem(problem)} tone={gateway.judgement === 'REFUSED' ? 'danger' : 'warning'} />
        ))}
        {groups.length > 0 && (
          <ul className="fields" aria-label={`Fields on ${gateway.gateway}`}>
            {groups.map((group) => (
              <FieldRow key={group.key} group={group} several={several} all={group.routes.length === gateway.routes.length} />
            ))}
          </ul>
        )}
        <Rivals gateway={gateway} names={names} />
      </CardBody>
    </Card>
  );
}

function Verdict({ gateway }: { gateway: GatewayPreview }) {
  switch (gateway.judgement) {
    case 'REFUSED':
      return <Badge state="REFUSED" />;
    case 'NOT_JUDGED':
      return (
        <Label isCompact variant="outline">
          not judged
        </Label>
      );
    default: {
      const grade = worst(gateway.fidelity);
      return grade === undefined ? null : <Badge state={grade} />;
    }
  }
}

function Changes({ gateway }: { gateway: GatewayPreview }) {
  if (!gateway.changes) {
    return null;
  }
  const { whole, ofText } = gateway.changes;
  const touched = whole.added + whole.changed + whole.removed;
  const others = touched - ofText.added - ofText.changed - ofText.removed;
  return (
    <>
      {' '}
      A plan of now {objectsText(ofText)} for this text
      {others > 0 && ` and ${plural(others, 'other')} for what is stored already`}.
    </>
  );
}
