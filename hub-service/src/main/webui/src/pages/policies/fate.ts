import type { Condition } from '../../api/answers';
import { plural } from '../../shared/numbers';

/** Where a policy stands, in one line: on how many routes it is applied, and what keeps it from others. */
export function fate(conditions: Condition[], version: number): string {
  const places = new Map<string, Condition[]>();
  for (const one of conditions) {
    const place = `${one.gateway} ${one.target}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  const counts = { applied: 0, older: 0, drifted: 0, refused: 0, lost: 0 };
  for (const held of places.values()) {
    const has = (type: string, status: 'TRUE' | 'FALSE') =>
      held.some((one) => one.condition === type && one.status === status);
    if (held.some((one) => one.status === 'FALSE')) {
      counts.refused++;
    } else if (has('Overridden', 'TRUE') || has('Conflicted', 'TRUE')) {
      counts.lost++;
    } else if (has('Drifted', 'TRUE')) {
      counts.drifted++;
    } else if (has('Applied', 'TRUE')) {
      const applied = held.find((one) => one.condition === 'Applied');
      counts[applied?.version === version ? 'applied' : 'older']++;
    }
  }
  const words = [
    `applied on ${counts.applied} of ${plural(places.size, 'route')}`,
    counts.older > 0 ? `${counts.older} in an older version` : '',
    counts.drifted > 0 ? `${counts.drifted} drifted` : '',
    counts.refused > 0 ? `${counts.refused} refused or failed` : '',
    counts.lost > 0 ? `${counts.lost} overridden or in conflict` : '',
  ];
  return places.size === 0 ? 'in no plan yet' : words.filter(Boolean).join(', ');
}
