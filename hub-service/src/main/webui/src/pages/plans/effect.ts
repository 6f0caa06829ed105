import type { Difference, Shadowed } from '../../api/answers';
import { plural } from '../../shared/numbers';

/** What callers notice of one API or policy. */
export interface Effect {
  what: string;
  effect: 'STARTS' | 'STOPS' | 'CHANGES' | 'RETURNS';
  kind?: string;
  fromVersion?: number;
  toVersion?: number;
  routes: string[];
  turnedAway?: TurnedAway;
}

/** Who got through lately on routes that a policy is to ask for a credential. */
export interface TurnedAway {
  hours: number;
  requests?: number;
  nameless?: number;
  addressesAtLeast?: number;
  named?: boolean;
  unknown?: string;
}

/** Whom the policy would turn away, if callers go on as they did. */
export function turnedAwayText({ hours, requests = 0, nameless = 0, addressesAtLeast = 0, named = true, unknown }: TurnedAway): string {
  if (unknown !== undefined) {
    return `How many callers it would turn away is not known: ${unknown}`;
  }
  const time = `in the last ${plural(hours, 'hour')}`;
  if (requests === 0) {
    return `No request got through on these routes ${time}: nobody is known to be turned away.`;
  }
  if (!named) {
    return `${plural(requests, 'request')} got through ${time}; this gateway does not say who called: all of them may be turned away.`;
  }
  return nameless === 0
    ? `All ${plural(requests, 'request')} ${time} came from callers the gateway knows.`
    : `${nameless} of ${plural(requests, 'request')} ${time} came from callers the gateway does not know, from at least ${plural(addressesAtLeast, 'address', 'addresses')}: they will be answered 401.`;
}

const ORDER = ['STOPS', 'CHANGES', 'RETURNS', 'STARTS'];

/** What stops first, as that is what people overlook; then by name. */
export function inOrder(effects: Effect[]): Effect[] {
  return [...effects].sort((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect) || a.what.localeCompare(b.what, 'en'));
}

/** One effect in a sentence. */
export function sentence({ effect, fromVersion, toVersion, routes }: Effect): string {
  const where = routes.length === 0 ? '' : ` on ${plural(routes.length, 'route')}`;
  switch (effect) {
    case 'STARTS':
      return `starts to hold${where}`;
    case 'STOPS':
      return 'stops to hold wherever it held';
    case 'CHANGES':
      return `changes from version ${fromVersion ?? '?'} to ${toVersion ?? '?'}${where}`;
    case 'RETURNS':
      return `is put back to version ${toVersion ?? '?'}${where}, where something else was found`;
  }
}

/** A way back has no documents: what it does is told by objects. */
export function byAction(differences: Difference[]): string {
  const objects = new Map<string, Set<string>>();
  for (const { action, object } of differences) {
    objects.set(action, (objects.get(action) ?? new Set()).add(object));
  }
  return [...objects].map(([action, of]) => `${action.toLowerCase()} in ${plural(of.size, 'object')}`).join(', ');
}

/** Who on the gateway keeps a policy from acting, on this route. */
export function shadowText(one: Shadowed): string {
  return `${one.policy} on ${one.target} by ${one.by}: ${one.reason}`;
}

/** What the person who approves agrees to. */
export function summary(effects: Effect[]): string {
  const parts = ORDER.map((name) => [name, effects.filter((one) => one.effect === name).map((one) => one.what)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([name, names]) => `${name.toLowerCase()}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`);
  return parts.length === 0 ? 'no policy or API starts, stops or changes' : parts.join('; ');
}
