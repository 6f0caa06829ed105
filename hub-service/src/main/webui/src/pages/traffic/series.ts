import type { Schemas } from '../../api/hub';

export type Counts = Schemas['RequestCounts'];
export type SeriesAnswer = Schemas['Series1'];

export const METRICS = ['requests', 'error rate', 'p50', 'p95', 'p99'] as const;
export type Metric = (typeof METRICS)[number];

const VALUE: Record<Metric, (counts: Counts) => number> = {
  requests: (counts) => counts.requests,
  'error rate': (counts) => counts.errorRate * 100,
  p50: (counts) => counts.p50Millis,
  p95: (counts) => counts.p95Millis,
  p99: (counts) => counts.p99Millis,
};

export const UNIT: Record<Metric, string> = { requests: '', 'error rate': ' %', p50: ' ms', p95: ' ms', p99: ' ms' };

export interface Lines {
  /** Seconds since 1970, one for each step. */
  times: number[];
  lines: { name: string; values: (number | null)[] }[];
  /** Groups that are not drawn. */
  leftOut: number;
}

const MOST_LINES = 8;

/**
 * The points of an answer on one axis of time. A step without requests counts as 0 requests; a rate
 * or a percentile of no requests is none, and is not drawn. The busiest groups come first.
 */
export function linesOf(answer: SeriesAnswer, metric: Metric): Lines {
  const step = answer.stepSeconds;
  const starts = answer.points.map((point) => Date.parse(point.start) / 1000);
  const first = starts.length === 0 ? undefined : Math.min(...starts);
  if (first === undefined || step <= 0) {
    return { times: [], lines: [], leftOut: 0 };
  }
  const from = Date.parse(answer.from) / 1000;
  const to = Date.parse(answer.to) / 1000;
  // Whole steps on the hub's own grid, back to the one that holds the beginning.
  const begin = first - Math.ceil((first - from) / step) * step;
  const times: number[] = [];
  for (let at = begin; at < to; at += step) {
    times.push(at);
  }
  const groups = new Map<string, { total: number; values: (number | null)[] }>();
  const empty = metric === 'requests' ? 0 : null;
  answer.points.forEach((point, index) => {
    const name = point.key ?? '(none)';
    const group = groups.get(name) ?? { total: 0, values: times.map(() => empty) };
    groups.set(name, group);
    const at = Math.round(((starts[index] ?? begin) - begin) / step);
    if (at >= 0 && at < times.length) {
      group.values[at] = VALUE[metric](point.counts);
    }
    group.total += point.counts.requests;
  });
  const sorted = [...groups].sort(([, a], [, b]) => b.total - a.total);
  return {
    times,
    lines: sorted.slice(0, MOST_LINES).map(([name, { values }]) => ({ name, values })),
    leftOut: Math.max(0, sorted.length - MOST_LINES),
  };
}
