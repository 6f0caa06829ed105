import { Card, CardBody, CardTitle, Content, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { count, millis, percent } from '../../shared/numbers';
import { marked, sampledWords } from '../../shared/sampled';
import { Chart } from '../traffic/Chart';
import { linesOf, type SeriesAnswer } from '../traffic/series';

/** The last hour of an API, over all its gateways. */
export function ApiTraffic({ api }: { api: string }) {
  const query = { params: { query: { from: '-1h', api, groupBy: 'gateway' } } };
  const summary = useQuery({
    queryKey: ['traffic', 'summary', 'api', api],
    queryFn: () => answered<Schemas['Summary']>(hub.GET('/api/traffic/summary', query)),
    refetchInterval: 2 * LIVE,
  });
  const series = useQuery({
    queryKey: ['traffic', 'series', 'api', api],
    queryFn: () => answered<SeriesAnswer>(hub.GET('/api/traffic/series', query)),
    refetchInterval: 2 * LIVE,
  });
  return (
    <Card isCompact>
      <CardTitle component="h2">Traffic of the last hour</CardTitle>
      <CardBody>
        <Asked query={summary} what="The traffic">
          {({ total }) =>
            total.requests === 0 ? (
              <Content component="p">No request of it was seen. Requests arrive where a policy of kind trafficLog reaches, and is applied.</Content>
            ) : (
              <div className="stack">
                <DescriptionList isHorizontal isCompact columnModifier={{ default: '2Col' }}>
                  <Figure term="Requests" value={marked(total)} />
                  <Figure term="Answered 4xx" value={`${count(total.clientErrors)} (${percent(total.clientErrors / total.requests)})`} />
                  <Figure term="Answered 5xx" value={`${count(total.errors)} (${percent(total.errors / total.requests)})`} />
                  <Figure term="p50" value={millis(total.p50Millis)} />
                  <Figure term="p95" value={millis(total.p95Millis)} />
                </DescriptionList>
                {sampledWords(total) !== undefined && <Content component="small">{sampledWords(total)}</Content>}
                <Asked query={series} what="The series">
                  {(answer) => <Chart lines={linesOf(answer, 'requests')} metric="requests" label={`Requests of ${api} over the last hour, by gateway`} />}
                </Asked>
                <Link to={`/traffic?${new URLSearchParams({ api, groupBy: 'gateway' })}`}>More in Traffic</Link>
              </div>
            )
          }
        </Asked>
      </CardBody>
    </Card>
  );
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{value}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
