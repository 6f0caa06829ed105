import type { EstateRow } from '../../api/estate';

/** A gateway with the APIs on it, as many as are shown. */
export interface Branch {
  gateway: string;
  vendor: string;
  rows: EstateRow[];
  /** How many there are. */
  all: number;
}

/** How many APIs of a gateway are shown at first, and how many more at each step. */
export const STEP = 50;

/** Gateways by name with their APIs in the order given; an API on two gateways stands below both. */
export function branchesOf(rows: readonly EstateRow[], shown: (gateway: string) => number): Branch[] {
  const branches = new Map<string, Branch>();
  for (const row of rows) {
    for (const place of row.places) {
      const branch = branches.get(place.gateway) ?? { gateway: place.gateway, vendor: place.vendor, rows: [], all: 0 };
      branches.set(place.gateway, branch);
      branch.all += 1;
      if (branch.rows.length < shown(place.gateway)) {
        branch.rows.push(row);
      }
    }
  }
  return [...branches.values()].sort((a, b) => (a.gateway < b.gateway ? -1 : 1));
}

/** Names in the address, `a,b`; each is encoded, for a key may hold a comma. */
export function namesOf(text: string): string[] {
  return text.split(',').filter(Boolean).map(decoded);
}

export function textOf(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(',');
}

export function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
}

/** How many APIs of each gateway are shown: `edge:100,kong:150`. */
export function shownOf(text: string): Map<string, number> {
  return new Map(
    namesOf(text).flatMap((entry): [string, number][] => {
      const at = entry.lastIndexOf(':');
      const number = Number(entry.slice(at + 1));
      return at > 0 && Number.isInteger(number) && number > 0 ? [[entry.slice(0, at), number]] : [];
    }),
  );
}

export function shownText(shown: ReadonlyMap<string, number>): string {
  return textOf([...shown].map(([gateway, number]) => `${gateway}:${number}`));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
