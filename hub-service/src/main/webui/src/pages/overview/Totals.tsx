import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { TrafficSummary } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { count, millis, percent } from '../../shared/numbers';
import { marked } from '../../shared/sampled';

/** Requests of the last 15 minutes over all gateways. */
export function Totals({ traffic }: { traffic: UseQueryResult<TrafficSummary> }) {
  return (
    <Asked query={traffic} what="The traffic">
      {({ total }) => (
        <Gallery hasGutter minWidths={{ default: '11rem' }}>
          <Figure title="Requests, 15 min" value={marked(total)} to="/traffic?from=-15m" />
          <Figure title="Answered 4xx" value={count(total.clientErrors)} to="/traffic?from=-15m&tab=events&status=4xx" />
          <Figure title="Answered 5xx" value={`${count(total.errors)} (${percent(total.errorRate)})`} to="/traffic?from=-15m&tab=events&status=5xx" />
          <Figure title="p95" value={total.requests === 0 ? '—' : millis(total.p95Millis)} to="/traffic?from=-15m&metric=p95" />
        </Gallery>
      )}
    </Asked>
  );
}

function Figure({ title, value, to }: { title: string; value: string; to: string }) {
  return (
    <Card isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        <Link to={to} className="number" aria-label={`${title}: ${value}`}>
          {value}
        </Link>
      </CardBody>
    </Card>
  );
}
