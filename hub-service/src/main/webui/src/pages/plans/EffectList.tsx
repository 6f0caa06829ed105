import { Content, List, ListItem, Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Plan } from '../../api/answers';
import { Badge } from '../../shared/Badge';
import { byAction, inOrder, sentence, shadowText, turnedAwayText, type Effect } from './effect';

const PAGES: Record<string, string> = { api: '/estate', policy: '/policies' };

/** What callers will notice, what others keep from acting, and in which order it happens. */
export function EffectList({ plan }: { plan: Plan & { effect?: Effect[] } }) {
  const effects = inOrder(plan.effect ?? []);
  const shadowed = plan.shadowed ?? [];
  return (
    <div className="stack">
      {plan.undoOf !== undefined && <Content component="p">This way back restores what was there before: {byAction(plan.differences ?? []) || 'nothing'}.</Content>}
      {plan.undoOf === undefined && effects.length === 0 && <Content component="p">Callers notice nothing: no policy and no API starts, stops or changes.</Content>}
      {effects.length > 0 && (
        <List isPlain aria-label="Effect">
          {effects.map((one) => (
            <ListItem key={one.what}>
              <Badge state={one.effect} /> <Named what={one.what} /> {one.kind && <code>{one.kind}</code>} {sentence(one)}
              {one.routes.length > 0 && <Routes routes={one.routes} />}
              {one.turnedAway && <Content component="small">{turnedAwayText(one.turnedAway)}</Content>}
            </ListItem>
          ))}
        </List>
      )}
      {shadowed.length > 0 && (
        <>
          <Title headingLevel="h3" size="md">
            Kept from acting by others on the gateway
          </Title>
          <List>
            {shadowed.map((one) => (
              <ListItem key={one.policy + one.target + one.by}>{shadowText(one)}</ListItem>
            ))}
          </List>
        </>
      )}
      {plan.steps.length > 0 && (
        <Content component="p">
          It happens in the order of the steps: first <code>{plan.steps[0]?.object}</code>
          {plan.steps.length > 1 && (
            <>
              , last <code>{plan.steps.at(-1)?.object}</code>
            </>
          )}
          . What must exist first comes first; deletes come last.
        </Content>
      )}
    </div>
  );
}

function Named({ what }: { what: string }) {
  const slash = what.indexOf('/');
  const page = PAGES[what.slice(0, slash)];
  const name = what.slice(slash + 1);
  return page === undefined ? <strong>{what}</strong> : <Link to={`${page}/${encodeURIComponent(name)}`}>{what}</Link>;
}

function Routes({ routes }: { routes: string[] }) {
  return (
    <Content component="small">
      {routes.slice(0, 12).join(', ')}
      {routes.length > 12 && ` and ${routes.length - 12} more`}
    </Content>
  );
}
