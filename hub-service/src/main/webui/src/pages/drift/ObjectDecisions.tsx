import { Alert, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useDecisions } from '../../api/drift';

/** What people decided about places of one object; nothing where nobody did. */
export function ObjectDecisions({ gateway, object }: { gateway: string; object: string }) {
  const decisions = useDecisions(gateway, false);
  const here = (decisions.data ?? []).filter((one) => one.object === object);
  return here.length === 0 ? null : (
    <Alert isInline variant="warning" title="Decisions about drift in this object" actionLinks={<Link to={`/drift?gateway=${encodeURIComponent(gateway)}`}>To the decisions</Link>}>
      <List>
        {here.map((one) => (
          <ListItem key={one.id}>
            <code>{one.path || 'whole object'}</code>: {one.decision === 'ADOPT' ? 'kept' : 'ignored'} by decision of {one.by}: {one.reason}; the documents say <code>{one.policyValue}</code>, the gateway has <code>{one.gatewayValue}</code>
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}
