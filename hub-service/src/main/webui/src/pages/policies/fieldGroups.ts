import type { GatewayPreview } from '../../api/preview';
import { gradeRank } from '../plans/fidelity';

type Entry = GatewayPreview['fidelity'][number];
type FieldView = Entry['fields'][number];

/** What a gateway does with one field, on all routes on which it does the same. */
export interface FieldGroup extends FieldView {
  key: string;
  policy: string;
  routes: string[];
}

/** Fields that come to the same on several routes are told once; what is lost comes first. */
export function fieldGroups(entries: Entry[]): FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  for (const entry of entries) {
    for (const field of entry.fields) {
      const key = JSON.stringify([entry.policy, field]);
      const group = groups.get(key) ?? { ...field, key, policy: entry.policy, routes: [] };
      group.routes.push(entry.target);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) => a.policy.localeCompare(b.policy) || gradeRank(a.grade) - gradeRank(b.grade) || a.field.localeCompare(b.field),
  );
}

/** The worst grade of what a gateway does; absent where it says nothing. */
export function worst(entries: Entry[]): string | undefined {
  return entries
    .flatMap((entry) => entry.fields.map((field) => field.grade))
    .sort((a, b) => gradeRank(a) - gradeRank(b))[0];
}

/** `adds 2, changes 1 and removes 0 objects`, or that nothing changes. */
export function objectsText(counts: { added: number; changed: number; removed: number }): string {
  const parts = [
    counts.added > 0 ? `adds ${counts.added}` : '',
    counts.changed > 0 ? `changes ${counts.changed}` : '',
    counts.removed > 0 ? `removes ${counts.removed}` : '',
  ].filter(Boolean);
  const one = counts.added + counts.changed + counts.removed === 1;
  return parts.length === 0 ? 'changes no native object' : `${parts.join(', ')} native ${one ? 'object' : 'objects'}`;
}
