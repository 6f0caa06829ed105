import type { Tree } from '../../api/answers';
import { field, list, text } from '../../shared/tree';

/** A route of an API as its document has it. */
export interface Route {
  name: string;
  match: string;
}

export function routesOf(document: Tree): Route[] {
  return list(field(document, 'spec', 'routes')).map((route) => ({
    name: text(field(route, 'name')),
    match: matchOf(route),
  }));
}

function matchOf(route: Tree): string {
  const path = field(route, 'path') ?? null;
  if (typeof path === 'string') {
    return path;
  }
  const kinds = path !== null && typeof path === 'object' && !Array.isArray(path) ? Object.entries(path) : [];
  const methods = list(field(route, 'methods')).map(text).join(', ');
  const place = kinds.map(([kind, value]) => `${kind} ${text(value)}`).join(', ');
  return [methods, place].filter(Boolean).join(' ');
}

/** Where an API lives: on some gateways Entente makes its routes, on others they are bound by name. */
export interface Place {
  gateway: string;
  how: 'made' | 'bound';
  routes: Record<string, string>;
}

export function placesOf(document: Tree): Place[] {
  const made = list(field(document, 'spec', 'gateways')).map(
    (gateway): Place => ({ gateway: text(gateway), how: 'made', routes: {} }),
  );
  const bound = list(field(document, 'spec', 'bindings')).map((binding): Place => {
    const routes = field(binding, 'routes') ?? null;
    const names = routes !== null && typeof routes === 'object' && !Array.isArray(routes) ? routes : {};
    return {
      gateway: text(field(binding, 'gateway')),
      how: 'bound',
      routes: Object.fromEntries(Object.entries(names).map(([name, native]) => [name, text(native)])),
    };
  });
  return [...made, ...bound];
}

/** `name=value` of every label, in order. */
export function labelsOf(document: Tree): string[] {
  const labels = field(document, 'metadata', 'labels') ?? null;
  return labels !== null && typeof labels === 'object' && !Array.isArray(labels)
    ? Object.entries(labels).map(([name, value]) => `${name}=${text(value)}`)
    : [];
}
