import { Card, CardBody, CardTitle, Gallery } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answered, hub } from '../../api/hub';
import { LIVE, type Gateway } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { count } from '../../shared/numbers';
import type { SeriesAnswer } from '../traffic/series';
import { multiplesOf, path, type Multiple } from './multiples';

const WIDTH = 160;
const HEIGHT = 36;

/** Requests and refusals of each gateway, minute by minute, on scales that can be compared. */
export function Multiples({ gateways }: { gateways: Gateway[] }) {
  const series = useQuery({
    queryKey: ['traffic', 'multiples'],
    queryFn: () => answered<SeriesAnswer>(hub.GET('/api/traffic/series', { params: { query: { from: '-15m', groupBy: 'gateway', step: '1m' } } })),
    refetchInterval: LIVE,
  });
  return (
    <Asked query={series} what="The traffic by gateway">
      {(answer) => {
        const { most, multiples } = multiplesOf(answer, gateways.map((one) => one.name));
        return (
          <Gallery hasGutter minWidths={{ default: '12rem' }} aria-label="Traffic and refusals by gateway">
            {multiples.map((one) => (
              <Card isCompact key={one.gateway}>
                <CardTitle component="h2">
                  <Link to={`/gateways/${encodeURIComponent(one.gateway)}`}>{one.gateway}</Link>
                </CardTitle>
                <CardBody>
                  <Drawn multiple={one} most={most} />
                </CardBody>
              </Card>
            ))}
          </Gallery>
        );
      }}
    </Asked>
  );
}

function Drawn({ multiple, most }: { multiple: Multiple; most: number }) {
  const name = encodeURIComponent(multiple.gateway);
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="spark" role="img" aria-label={`${multiple.gateway}: requests and refusals of the last 15 minutes`} preserveAspectRatio="none">
        <path d={path(multiple.requests, most, WIDTH, HEIGHT)} className="spark-requests" />
        <path d={path(multiple.refusals, most, WIDTH, HEIGHT)} className="spark-refusals" />
      </svg>
      <Link to={`/traffic?from=-15m&gateway=${name}`}>{count(multiple.total)} requests</Link>
      {', '}
      <Link to={`/traffic?from=-15m&gateway=${name}&groupBy=decision`}>{count(multiple.refused)} refused</Link>
    </>
  );
}
