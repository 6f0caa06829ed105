import { Alert, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { DecidedPlan, KeptByDecision } from '../../api/drift';

/** What decisions about drift do to the plan: nothing of that is silent. */
export function Decided({ plan }: { plan: DecidedPlan }) {
  const { adopted = [], adoptionsEnded = [], ignoredDrift = [] } = plan;
  return (
    <>
      <Said title="What stays by decision" rows={adopted} gateway={plan.gateway} />
      <Said title="Decisions that act no longer" rows={adoptionsEnded} gateway={plan.gateway} />
      <Said title="Ignored drift that this plan puts back" rows={ignoredDrift} gateway={plan.gateway} />
    </>
  );
}

function Said({ title, rows, gateway }: { title: string; rows: KeptByDecision[]; gateway: string }) {
  return rows.length === 0 ? null : (
    <Alert isInline variant="warning" title={title} actionLinks={<Link to={`/drift?gateway=${encodeURIComponent(gateway)}`}>To the decisions</Link>}>
      <List>
        {rows.map((row) => (
          <ListItem key={row.decision}>
            <code>{row.object}</code> <code>{row.path}</code>: {row.text}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}
