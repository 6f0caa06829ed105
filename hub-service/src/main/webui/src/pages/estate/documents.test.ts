import { expect, it } from 'vitest';
import type { Tree } from '../../api/answers';
import { labelsOf, placesOf, routesOf } from './documents';

const api: Tree = {
  metadata: { name: 'orders', labels: { exposure: 'partner' } },
  spec: {
    gateways: ['edge'],
    bindings: [{ gateway: 'kong', routes: { all: 'orders-route' } }],
    routes: [{ name: 'all', path: { prefix: '/orders' } }, { name: 'one', path: { exact: '/orders/1' }, methods: ['GET', 'PUT'] }],
  },
};

it('an API lives where Entente makes its routes and where they are bound', () => {
  expect(placesOf(api)).toEqual([
    { gateway: 'edge', how: 'made', routes: {} },
    { gateway: 'kong', how: 'bound', routes: { all: 'orders-route' } },
  ]);
});

it('its routes are named with what they match', () => {
  expect(routesOf(api)).toEqual([
    { name: 'all', match: 'prefix /orders' },
    { name: 'one', match: 'GET, PUT exact /orders/1' },
  ]);
  expect(labelsOf(api)).toEqual(['exposure=partner']);
});

it('a document without any of it has none', () => {
  expect([placesOf({}), routesOf(null), labelsOf({ metadata: {} })]).toEqual([[], [], []]);
});
