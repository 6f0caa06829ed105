import { expect, it } from 'vitest';
import { pageOf, SHORTCUTS } from './keys';

it('two keys lead to a page, one or others to none', () => {
  expect([pageOf('g', 't'), pageOf('g', 'g'), pageOf('', 't'), pageOf('t', 'g'), pageOf('g', 'x')]).toEqual(['/traffic', '/gateways', undefined, undefined, undefined]);
});

it('no two pages have the same keys', () => {
  expect(new Set(SHORTCUTS.map((one) => one.keys)).size).toBe(SHORTCUTS.length);
});
