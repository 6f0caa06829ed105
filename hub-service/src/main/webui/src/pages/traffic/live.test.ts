import { expect, it } from 'vitest';
import { hasStatus, newer } from './live';
import type { LiveRequest } from './useLive';

const request = (id: string, status?: number): LiveRequest => ({ id, source: 's', time: '', data: status === undefined ? {} : { 'http.response.status_code': status } });

it('a live request is chosen by status, class, or for having none', () => {
  expect([hasStatus(request('a', 429), '429'), hasStatus(request('a', 429), '4xx'), hasStatus(request('a', 429), '5xx'), hasStatus(request('a', 429), '')]).toEqual([true, true, false, true]);
  expect([hasStatus(request('a'), '0'), hasStatus(request('a'), '2xx')]).toEqual([true, false]);
});

it('requests that came while the list was held are counted', () => {
  const [a, b, c] = [request('a'), request('b'), request('c')];
  expect([newer([c, b, a], [a]), newer([a], [a]), newer([c, b], []), newer([c, b], [a])]).toEqual([2, 0, 2, 2]);
});
