import { Content } from '@patternfly/react-core';
import { Badge } from '../../shared/Badge';
import type { FieldGroup } from './fieldGroups';

const SHOWN = 3;

/** One field: how faithful it is, and what differs. */
export function FieldRow({ group, several, all }: { group: FieldGroup; several: boolean; all: boolean }) {
  const more = group.routes.length - SHOWN;
  return (
    <li>
      <div className="field">
        <span>
          <code>{several ? `${group.policy}: ${group.field}` : group.field}</code> {group.value}
        </span>
        <span>
          <Badge state={group.grade} /> <span className="subtle">{group.evidence.toLowerCase()}</span>
        </span>
      </div>
      {group.deviations.map((one) => (
        <Content key={one.code} component="small">
          <strong>{one.direction.toLowerCase()}</strong>: {one.bound} <code>{one.code}</code>
          {one.remedy && (
            <>
              <br />
              Remedy: {one.remedy}
            </>
          )}
        </Content>
      ))}
      {!all && (
        <Content component="small">
          Only on {group.routes.slice(0, SHOWN).join(', ')}
          {more > 0 && ` and ${more} more`}.
        </Content>
      )}
    </li>
  );
}
