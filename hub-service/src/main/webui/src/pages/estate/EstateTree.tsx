import { SearchInput, Toolbar, ToolbarContent, ToolbarItem, TreeView, type TreeViewDataItem } from '@patternfly/react-core';
import { useQueries } from '@tanstack/react-query';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { apiPlaces, foundApi, type EstateRow, type Whole } from '../../api/estate';
import { matching, ordered } from '../../shared/listing';
import { count, plural } from '../../shared/numbers';
import { useUrl } from '../../shared/url';
import { COLUMNS, Managed } from './columns';
import { addressOf, matchText } from './rows';
import { branchesOf, namesOf, shownOf, shownText, STEP, textOf, toggled, type Branch } from './tree';

const ORDER = { key: 'name', down: false };
const SPLIT = '\n';
const MORE = `${SPLIT}more`;

/** Gateways, the APIs on them, and their routes. What is open stands in the address. */
export function EstateTree({ whole, filters }: { whole: Whole; filters: ReactNode }) {
  const { get, set } = useUrl();
  const words = useDeferredValue(get('q'));
  const sorted = useMemo(() => ordered(whole.rows, COLUMNS, ORDER), [whole]);
  const found = useMemo(() => matching(sorted, words), [sorted, words]);
  const shown = shownOf(get('shown'));
  const open = namesOf(get('open'));
  const branches = branchesOf(found, (gateway) => shown.get(gateway) ?? STEP);
  const routes = useRoutes(branches, open);
  const more = (gateway: string) => set({ shown: shownText(new Map(shown).set(gateway, (shown.get(gateway) ?? STEP) + STEP)) });
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label="Search APIs"
              placeholder="Search"
              value={get('q')}
              onChange={(_, text) => set({ q: text })}
              onClear={() => set({ q: '' })}
            />
          </ToolbarItem>
          {filters}
        </ToolbarContent>
      </Toolbar>
      {branches.length === 0 ? (
        <p role="status">Nothing matches.</p>
      ) : (
        <TreeView
          aria-label="Estate"
          hasGuides
          data={branches.map((branch) => gatewayItem(branch, open, routes))}
          onSelect={(_, item) => item.id?.endsWith(MORE) && more(item.id.slice(0, -MORE.length))}
          onExpand={(_, item) => set({ open: textOf(toggled(open, item.id ?? '')) })}
          onCollapse={(_, item) => set({ open: textOf(toggled(open, item.id ?? '')) })}
        />
      )}
    </>
  );
}

function gatewayItem(branch: Branch, open: string[], routes: Map<string, string[]>): TreeViewDataItem {
  const left = branch.all - branch.rows.length;
  return {
    id: branch.gateway,
    name: `${branch.gateway} (${branch.vendor}), ${plural(branch.all, 'API')}`,
    action: <Open to={`/gateways/${encodeURIComponent(branch.gateway)}`} name={branch.gateway} />,
    defaultExpanded: open.includes(branch.gateway),
    children: [
      ...branch.rows.map((row) => apiItem(branch.gateway, row, open, routes)),
      ...(left > 0
        ? [
            {
              id: branch.gateway + MORE,
              name: `Show ${count(Math.min(STEP, left))} more of ${count(left)}`,
            },
          ]
        : []),
    ],
  };
}

function apiItem(gateway: string, row: EstateRow, open: string[], routes: Map<string, string[]>): TreeViewDataItem {
  const id = gateway + SPLIT + row.key;
  return {
    id,
    name: (
      <>
        {row.name} <Managed row={row} />
      </>
    ),
    action: <Open to={addressOf(row)} name={row.name} />,
    defaultExpanded: open.includes(id),
    children: (routes.get(id) ?? ['Loading its routes']).map((text, index) => ({ id: `${id}${SPLIT}${index}`, name: <code>{text}</code> })),
  };
}

function Open({ to, name }: { to: string; name: string }) {
  return (
    <Link to={to} aria-label={`Open ${name}`}>
      open
    </Link>
  );
}

/** The routes of the APIs that are open, asked for one by one. */
function useRoutes(branches: Branch[], open: string[]): Map<string, string[]> {
  const wanted = branches.flatMap((branch) =>
    branch.rows.filter((row) => open.includes(branch.gateway + SPLIT + row.key)).map((row) => ({ gateway: branch.gateway, row })),
  );
  const unmanaged = wanted.filter(({ row }) => !row.managed);
  const managed = wanted.filter(({ row }) => row.managed);
  const found = useQueries({ queries: unmanaged.map(({ gateway, row }) => foundApi(gateway, row.places[0]?.ref ?? '')) });
  const places = useQueries({ queries: managed.map(({ row }) => apiPlaces(row.name)) });
  const routes = new Map<string, string[]>();
  unmanaged.forEach(({ gateway, row }, index) => {
    const data = found[index]?.data;
    if (data) {
      routes.set(gateway + SPLIT + row.key, some(data.routes.map((one) => matchText(one.route))));
    }
  });
  managed.forEach(({ gateway, row }, index) => {
    const data = places[index]?.data?.gateways.find((one) => one.gateway === gateway);
    if (data) {
      routes.set(gateway + SPLIT + row.key, some(data.routes.map((one) => `${one.route}: ${[...one.methods, one.path].join(' ')}`)));
    }
  });
  return routes;
}

function some(texts: string[]): string[] {
  return texts.length === 0 ? ['no route'] : texts.length <= STEP ? texts : [...texts.slice(0, STEP), `and ${count(texts.length - STEP)} more, on its page`];
}
