import { expect, it } from 'vitest';
import type { SeriesAnswer } from '../traffic/series';
import { multiplesOf, path } from './multiples';

const counts = (requests: number, clientErrors = 0, errors = 0) => ({ requests, errors, clientErrors, unanswered: 0, errorRate: 0, p50Millis: 0, p95Millis: 0, p99Millis: 0, estimated: 0, standardError: 0, aggregated: 0 });

const answer: SeriesAnswer = {
  from: '2026-11-21T10:00:20Z',
  to: '2026-11-21T10:03:20Z',
  groupBy: 'gateway',
  stepSeconds: 60,
  points: [
    { start: '2026-11-21T10:00:00Z', key: 'edge', counts: counts(4, 1, 1) },
    { start: '2026-11-21T10:02:00Z', key: 'edge', counts: counts(8) },
    { start: '2026-11-21T10:03:00Z', key: 'kong', counts: counts(2) },
  ],
};

it('shows gateways without a request, and one scale for all', () => {
  const { most, multiples } = multiplesOf(answer, ['edge', 'kong', 'quiet']);
  expect(most).toBe(8);
  expect(multiples[0]).toEqual({ gateway: 'edge', requests: [4, 0, 8, 0], refusals: [2, 0, 0, 0], total: 12, refused: 2 });
  expect(multiples[2]?.requests).toEqual([0, 0, 0, 0]);
});

it('draws no request at the bottom and the most at the top', () => {
  expect(path([0, 8], 8, 100, 22)).toBe('M0.0 21.0L100.0 1.0');
});
