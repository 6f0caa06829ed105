import { expect, it } from 'vitest';
import { linkOf } from './subject';

it.each([
  ['plan/42', '/plans/42'],
  ['gateway/edge', '/gateways/edge'],
  ['Policy/limit', '/policies/limit'],
  ['token/ci', undefined],
  ['edge', undefined],
])('%s leads to %s', (subject, link) => {
  expect(linkOf(subject)).toBe(link);
});
