import { Content, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { GatewayPreview } from '../../api/preview';

/** Policies that win or lose against those of the text, and foreign objects that keep them from acting. */
export function Rivals({ gateway, names }: { gateway: GatewayPreview; names: string[] }) {
  if (gateway.rivals.length + gateway.shadowed.length === 0) {
    return null;
  }
  return (
    <div>
      <Content component="p">
        <strong>Beside others</strong>
      </Content>
      <List>
        {gateway.rivals.map((rival) => {
          const loses = names.includes(rival.policy);
          const other = loses ? rival.winner : rival.policy;
          return (
            <ListItem key={rival.target + rival.policy + rival.winner}>
              {rival.why === 'CONFLICTED' ? 'Conflicts with ' : loses ? 'Overridden by ' : 'Overrides '}
              <Link to={`/policies/${encodeURIComponent(other)}`}>{other}</Link> on {rival.target}: {rival.reason}.
            </ListItem>
          );
        })}
        {gateway.shadowed.map((one) => (
          <ListItem key={one.policy + one.target + one.by}>
            {one.policy} on {one.target}: {one.reason}
          </ListItem>
        ))}
      </List>
    </div>
  );
}
