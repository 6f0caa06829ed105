import type { Tree } from '../../api/answers';
import { field, list, text } from '../tree';
import type { Step } from './place';
import { part } from './schema';

/** Names of the estate that documents refer to. */
export interface Names {
  gateways: string[];
  apis: string[];
  /** As `api/route`. */
  routes: string[];
}

export const NO_NAMES: Names = { gateways: [], apis: [], routes: [] };

export function namesOf(gateways: { name: string }[], apis: { name: string; document: Tree }[]): Names {
  return {
    gateways: gateways.map((one) => one.name),
    apis: apis.map((one) => one.name),
    routes: apis.flatMap((api) =>
      list(field(api.document, 'spec', 'routes')).map((route) => `${api.name}/${text(field(route, 'name'))}`),
    ),
  };
}

/** Names that fit the value a path leads to. */
export function namesAt(path: readonly Step[], document: unknown, names: Names): string[] {
  const last = path.at(-1);
  if (last === 'name' && path.at(-3) === 'targetRefs') {
    const target = path.slice(0, -1).reduce<unknown>(part, document);
    const kind = part(target, 'kind');
    return kind === 'Api' ? names.apis : kind === 'Route' ? names.routes : kind === 'Gateway' ? names.gateways : [];
  }
  return last === 'gateway' || (typeof last === 'number' && path.at(-2) === 'gateways') ? names.gateways : [];
}
