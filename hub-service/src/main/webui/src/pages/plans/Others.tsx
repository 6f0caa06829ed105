import { Alert, List, ListItem } from '@patternfly/react-core';
import type { Plan } from '../../api/answers';

/** What others on the gateway do to the plan, and what a way back cannot restore. */
export function Others({ plan }: { plan: Plan }) {
  const { shadowed = [], otherWriters = [], cannotReturn = [] } = plan;
  return (
    <>
      {shadowed.length > 0 && (
        <Alert isInline variant="warning" title="What others on the gateway keep from acting">
          <List>
            {shadowed.map((one) => (
              <ListItem key={one.policy + one.target + one.by}>
                {one.policy} on {one.target}: {one.reason}
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      {otherWriters.length > 0 && (
        <Alert isInline variant="warning" title="Who else writes to this gateway">
          <List>
            {otherWriters.map((one) => (
              <ListItem key={one.kind}>
                {one.kind}: {one.evidence}; it overwrites {one.wouldOverwrite}
              </ListItem>
            ))}
          </List>
        </Alert>
      )}
      {cannotReturn.length > 0 && (
        <Alert isInline variant="warning" title="What cannot return">
          <List>
            {cannotReturn.map((one) => (
              <ListItem key={one}>{one}</ListItem>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
