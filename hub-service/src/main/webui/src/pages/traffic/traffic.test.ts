import { describe, expect, it } from 'vitest';
import { drill } from './GroupTable';
import { liveQuery, questionOf } from './question';
import { linesOf, type Counts, type SeriesAnswer } from './series';
import { EventParser } from './sse';
import { taken, type Live } from './useLive';

const counts = (requests: number): Counts => ({ requests, errors: 0, clientErrors: 0, unanswered: 0, errorRate: 0, p50Millis: 5, p95Millis: 9, p99Millis: 12, estimated: 0, standardError: 0, aggregated: 0 });

function answer(points: SeriesAnswer['points']): SeriesAnswer {
  return { from: '2026-11-21T10:00:30Z', to: '2026-11-21T10:04:00Z', groupBy: 'gateway', stepSeconds: 60, points };
}

describe('series', () => {
  const points = [
    { start: '2026-11-21T10:02:00Z', key: 'edge', counts: counts(7) },
    { start: '2026-11-21T10:02:00Z', key: 'kong', counts: counts(9) },
    { start: '2026-11-21T10:03:00Z', key: 'edge', counts: counts(1) },
  ];

  it('show a step without requests as none, not as a gap', () => {
    const { times, lines } = linesOf(answer(points), 'requests');

    expect(times.map((at) => new Date(at * 1000).toISOString().slice(11, 16))).toEqual(['10:00', '10:01', '10:02', '10:03']);
    expect(lines).toEqual([
      { name: 'kong', values: [0, 0, 9, 0] },
      { name: 'edge', values: [0, 0, 7, 1] },
    ]);
  });

  it('show no percentile where there was no request', () => {
    expect(linesOf(answer(points), 'p95').lines[1]?.values).toEqual([null, null, 9, 9]);
  });

  it('draw the busiest groups and count the others', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ start: '2026-11-21T10:02:00Z', key: `g${index}`, counts: counts(index) }));
    const { lines, leftOut } = linesOf(answer(many), 'requests');
    expect([lines.length, lines[0]?.name, leftOut]).toEqual([8, 'g10', 3]);
  });

  it('are empty where nothing came', () => {
    expect(linesOf(answer([]), 'requests').times).toEqual([]);
  });
});

describe('the question in the address', () => {
  it('is the last hour by gateway unless said otherwise', () => {
    expect(questionOf(new URLSearchParams())).toEqual({ from: '-1h', groupBy: 'gateway' });
    expect(questionOf(new URLSearchParams('from=-5m&api=orders&tab=live&gateway='))).toEqual({ from: '-5m', groupBy: 'gateway', api: 'orders' });
  });

  it('gives a live stream only what it can choose by', () => {
    expect(liveQuery({ from: '-1h', groupBy: 'api', gateway: 'edge' })).toBe('?gateway=edge');
    expect(liveQuery({ from: '-1h', groupBy: 'api' })).toBe('');
  });

  it('goes from a gateway to an API to a route', () => {
    expect(drill(new URLSearchParams('from=-5m'), 'gateway', 'edge')).toBe('?from=-5m&gateway=edge&groupBy=api');
    expect(drill(new URLSearchParams(), 'route', 'orders/all')).toBe('?api=orders&route=all&groupBy=status');
    expect(drill(new URLSearchParams(), 'class', '5xx')).toBe('?status=5xx&tab=events');
    expect(drill(new URLSearchParams(), 'decision', 'rate_limited')).toBeUndefined();
  });
});

describe('the live stream', () => {
  it('is taken apart wherever its pieces end', () => {
    const text = 'event: traffic\ndata: {"id":"1"}\n\n: a comment\r\nevent:dropped\r\ndata:{"dropped":3}\r\n\r\ndata: a\ndata: b\n\n';
    const whole = new EventParser().push(text);
    for (let cut = 1; cut < text.length; cut++) {
      const parser = new EventParser();
      expect([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))]).toEqual(whole);
    }
    expect(whole).toEqual([
      { name: 'traffic', data: '{"id":"1"}' },
      { name: 'dropped', data: '{"dropped":3}' },
      { name: 'message', data: 'a\nb' },
    ]);
  });

  it('keeps the newest first, and counts what was left out', () => {
    const none: Live = { requests: [], dropped: 1, state: 'open' };
    const events = [1, 2].map((id) => ({ name: 'traffic', data: JSON.stringify({ id: String(id), time: '', data: {} }) }));

    const live = taken(none, [...events, { name: 'dropped', data: '{"dropped":4}' }]);

    expect(live.requests.map((one) => one.id)).toEqual(['2', '1']);
    expect(live.dropped).toBe(5);
  });
});
