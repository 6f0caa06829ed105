import type { ApiExplanation } from '../../api/estate';

type OnKind = ApiExplanation['gateways'][number]['routes'][number]['kinds'][number];

/** One kind of policy on one route of one gateway. */
export interface Instance {
  gateway: string;
  route: string;
  /** For whom; none for everybody whom no other line of the route names. */
  consumers: string[];
  kind: OnKind;
}

interface Effective {
  instances: Instance[];
  /** Routes that no policy is meant for, `gateway: route`. */
  without: string[];
  problems: { gateway: string; code: string; message: string; nextStep: string }[];
}

/** An explanation as lines: gateway by gateway, route by route, kind by kind. */
export function effectiveOf(found: ApiExplanation): Effective {
  const result: Effective = { instances: [], without: [], problems: [] };
  for (const { gateway, routes, problems } of found.gateways) {
    result.problems.push(...problems.map(({ code, message, nextStep }) => ({ gateway, code, message, nextStep })));
    for (const { route, kinds, callers } of routes) {
      if (kinds.length === 0 && callers.length === 0) {
        result.without.push(`${gateway}: ${route}`);
      }
      result.instances.push(...kinds.map((kind) => ({ gateway, route, consumers: [], kind })));
      for (const { consumers, kinds: theirs } of callers) {
        result.instances.push(...theirs.map((kind) => ({ gateway, route, consumers, kind })));
      }
    }
  }
  return result;
}
