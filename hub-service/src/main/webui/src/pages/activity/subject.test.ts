import { expect, it } from 'vitest';
import { detailText, linkOf, shortened } from './subject';

it.each([
  ['plan/42', '/plans/42'],
  ['gateway/edge', '/gateways/edge'],
  ['Policy/limit', '/policies/limit'],
  ['token/ci', undefined],
  ['edge', undefined],
])('%s leads to %s', (subject, link) => {
  expect(linkOf(subject)).toBe(link);
});

it('a generated id is shown by its beginning, a name whole', () => {
  expect(shortened('plan/94d12ed7-980d-426d-8f4b-ddb11034082f')).toBe('plan/94d12ed7');
  expect(shortened('policy/orders-limit')).toBe('policy/orders-limit');
});

it('a detail is readable, and what is no JSON stays as it is', () => {
  expect(detailText('{"reason":"measured","decision":3}')).toBe('reason: measured\ndecision: 3');
  expect(detailText('{broken')).toBe('{broken');
});
