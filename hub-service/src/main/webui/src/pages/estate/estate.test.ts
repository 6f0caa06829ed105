import { describe, expect, it } from 'vitest';
import type { EstateRow, RouteView } from '../../api/estate';
import { addressOf, lastSeenOf, linesOf, matchText, missingOf, pathsText, policiesText } from './rows';
import { branchesOf, namesOf, shownOf, shownText, textOf, toggled } from './tree';

const row = (name: string, ...gateways: string[]): EstateRow => ({
  key: `api/${name}`,
  name,
  managed: true,
  form: 'Api',
  labels: [],
  routes: 1,
  paths: ['/a'],
  policies: 0,
  nativePolicies: 0,
  places: gateways.map((gateway) => ({ gateway, vendor: 'kong', how: 'BOUND', ref: null, missing: 0, lastSeen: `2026-11-21T10:00:0${gateway.length}Z` })),
});

const found: EstateRow = {
  ...row('pay & more'),
  managed: false,
  places: [{ gateway: 'kong', vendor: 'kong', how: 'FOUND', ref: 'services/1', missing: 0, lastSeen: null }],
};

const policy = (name: string, object = 'plugins/1'): RouteView['policies'][number] => ({
  scope: 'ROUTE',
  policy: { object, name, type: name, place: 'route scope', when: null, acts: true, ours: false, api: null, route: null },
});

describe('the tree of the estate', () => {
  it('has every gateway by name, and an API below each gateway it is on', () => {
    const branches = branchesOf([row('a', 'kong', 'edge'), row('b', 'kong')], () => 50);
    expect(branches.map(({ gateway, all }) => [gateway, all])).toEqual([['edge', 1], ['kong', 2]]);
    expect(branches[1]?.rows.map((one) => one.name)).toEqual(['a', 'b']);
  });

  it('shows no more than asked for and says how many there are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row(`api-${index}`, 'kong'));
    const [kong] = branchesOf(many, () => 50);
    expect(kong?.rows).toHaveLength(50);
    expect(kong?.all).toBe(10_000);
  });

  it('keeps what is open and how much is shown in the address, whatever the names hold', () => {
    const names = ['kong', 'found/kong/routes,1'];
    expect(namesOf(textOf(names))).toEqual(names);
    expect(toggled(names, 'kong')).toEqual(['found/kong/routes,1']);
    expect(toggled([], 'kong')).toEqual(['kong']);
    expect(shownOf(shownText(new Map([['a:b', 100]])))).toEqual(new Map([['a:b', 100]]));
    expect(shownOf('kong:x,:5,%E0%A4%A')).toEqual(new Map());
  });
});

describe('a row of the estate', () => {
  it('leads to its document, or to what was found', () => {
    expect(addressOf(row('a', 'kong'))).toBe('/estate/a');
    expect(addressOf(found)).toBe('/unmanaged?gateway=kong&ref=services%2F1');
  });

  it('was last seen when the gateway that is furthest behind was read', () => {
    expect(lastSeenOf(row('a', 'kong', 'e'))).toBe('2026-11-21T10:00:01Z');
    expect(lastSeenOf(found)).toBe('');
  });

  it('says how many paths it does not show, and what is missing', () => {
    expect(pathsText({ ...found, routes: 4, paths: ['/a', '/b'] })).toBe('/a, /b and 2 more');
    expect(pathsText({ ...found, routes: 0, paths: [] })).toBe('none');
    expect(policiesText({ ...found, policies: 2, nativePolicies: 1 })).toBe('2 ours, 1 others’');
    expect(policiesText(found)).toBe('none');
    expect(missingOf({ ...found, places: [{ gateway: 'k', vendor: 'kong', how: 'BOUND', ref: null, missing: 2, lastSeen: null }] })).toBe(2);
  });
});

describe('native routes', () => {
  it('are told by what they match', () => {
    expect(matchText({ id: '1', name: null, hosts: ['a.example'], paths: ['/x', '/y'], methods: ['GET'] })).toBe('GET a.example /x, /y');
    expect(matchText({ id: '1', name: null, hosts: [], paths: [], methods: [] })).toBe('every path');
  });

  it('show what acts on several copies of one route once', () => {
    const copy = (id: string): RouteView => ({ route: { id, name: null, hosts: [], paths: [], methods: [] }, policies: [policy('cors'), policy('jwt', 'plugins/2')] });
    expect(linesOf('edge', 'all', [copy('1'), copy('2')]).map((line) => line.policy.name)).toEqual(['cors', 'jwt']);
  });
});
