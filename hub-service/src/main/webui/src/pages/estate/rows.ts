import type { EstateRow, PolicyView, RouteView } from '../../api/estate';

/** Where a row leads: to the page of its document, or to what was found. */
export function addressOf(row: EstateRow): string {
  const { gateway = '', ref = null } = row.places[0] ?? {};
  return row.managed || ref === null
    ? `/estate/${encodeURIComponent(row.name)}`
    : `/unmanaged?${new URLSearchParams({ gateway, ref })}`;
}

/** The oldest of the reads a row stands on; empty when one of its gateways was never read. */
export function lastSeenOf(row: EstateRow): string {
  const seen = row.places.map((place) => place.lastSeen ?? '');
  return seen.includes('') ? '' : (seen.sort()[0] ?? '');
}

export function placesText(row: EstateRow): string {
  return row.places.map((place) => `${place.gateway} (${place.vendor})`).join(', ');
}

export function pathsText(row: EstateRow): string {
  const more = row.routes - row.paths.length;
  return row.routes === 0 ? 'none' : row.paths.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Policies of Entente that hold on it, and what others put on it. */
export function policiesText({ policies, nativePolicies }: EstateRow): string {
  return [policies > 0 ? `${policies} ours` : '', nativePolicies > 0 ? `${nativePolicies} others’` : ''].filter(Boolean).join(', ') || 'none';
}

/** Routes of its documents that gateways were found not to have. */
export function missingOf(row: EstateRow): number {
  return row.places.reduce((sum, place) => sum + place.missing, 0);
}

/** What a native route matches, in one line. */
export function matchText(route: RouteView['route']): string {
  const hosts = route.hosts.length === 0 ? '' : `${route.hosts.join(', ')} `;
  const methods = route.methods.length === 0 ? '' : `${route.methods.join(', ')} `;
  return `${methods}${hosts}${route.paths.length === 0 ? 'every path' : route.paths.join(', ')}`;
}

/** One native policy on one route, as a line of a table. */
export interface NativeLine {
  key: string;
  gateway: string;
  route: string;
  scope: PolicyView['scope'];
  policy: PolicyView['policy'];
}

/** Lines of the routes given; what acts on several native routes of one route of ours stands once. */
export function linesOf(gateway: string, route: string, found: readonly RouteView[]): NativeLine[] {
  const lines = new Map<string, NativeLine>();
  for (const { scope, policy } of found.flatMap((one) => one.policies)) {
    const key = [gateway, route, policy.object, policy.name, policy.place, policy.when ?? ''].join('\n');
    lines.set(key, { key, gateway, route, scope, policy });
  }
  return [...lines.values()];
}
