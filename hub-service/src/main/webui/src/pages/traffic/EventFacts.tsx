import { Alert, Content, DescriptionList, Flex, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { EventDetail } from '../../api/traffic';
import { yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { count, plural } from '../../shared/numbers';
import { Fact } from '../gateways/Facts';
import { rowsOf } from './eventRows';
import { traceLink } from './question';
import { bothTimes } from '../../shared/time';

/** All of one event: what was seen, what had no value, and what could not be seen and why. */
export function EventFacts({ event }: { event: EventDetail }) {
  const rows = rowsOf(event);
  const unseen = rows.filter((row) => row.unseen !== undefined);
  return (
    <div className="stack">
      <Flex>
        <Link to={`/gateways/${encodeURIComponent(event.gateway)}`}>Gateway {event.gateway}</Link>
        {event.api && <Link to={`/estate/${encodeURIComponent(event.api)}`}>API {event.api}</Link>}
        {event.api && event.route && (
          <Link to={`/estate/${encodeURIComponent(event.api)}?gateway=${encodeURIComponent(event.gateway)}&route=${encodeURIComponent(event.route)}`}>
            Explain route {event.route}
          </Link>
        )}
        {event.trace && <Link to={traceLink(event.trace, event.time)}>All of this trace</Link>}
        <CopyAs what="YAML" text={() => yamlOf(event)} />
      </Flex>
      <DescriptionList isHorizontal isCompact>
        <Fact name="Began">
          <span title={bothTimes(event.time)}>{event.time}</span>
        </Fact>
        <Fact name="Told to the hub">
          <span title={bothTimes(event.observedTime)}>{event.observedTime}</span>
        </Fact>
        <Fact name="Told by">{event.provenance ?? 'not kept: the event was stored by an earlier version'}</Fact>
        {rows
          .filter((row) => row.unseen === undefined)
          .map((row) => (
            <Fact key={row.name} name={row.label}>
              {row.value === undefined ? <span className="subtle">none</span> : <code>{row.value}</code>}
            </Fact>
          ))}
      </DescriptionList>
      <Alert isInline variant="info" title={unseen.length === 0 ? 'All of it could be observed on this gateway' : `Not observable on ${event.gateway}`}>
        {unseen.length > 0 && (
          <List>
            {unseen.map((row) => (
              <ListItem key={row.name}>
                {row.label}: {row.unseen}
              </ListItem>
            ))}
          </List>
        )}
      </Alert>
      {event.weight > 1 && <Content component="small">It was kept of a sample and counts as {count(event.weight)} similar requests.</Content>}
      {event.others > 0 && <Content component="small">{plural(event.others, 'more event')} of another time has this id.</Content>}
    </div>
  );
}
