import type { Tree } from '../api/answers';
import { yamlOf } from './copy';

/** A value as one reads it: text as it is, absent as a dash, trees as YAML. */
export function shown(value: Tree | undefined): string {
  if (value === undefined) {
    return '—';
  }
  if (typeof value === 'string') {
    return value === '' ? '""' : value;
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  return yamlOf(value).trimEnd();
}

/** The field of a tree, where it is one with such a field. */
export function field(tree: Tree | undefined, ...path: string[]): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const name of path) {
    if (at === undefined || at === null || typeof at !== 'object' || Array.isArray(at)) {
      return undefined;
    }
    at = at[name];
  }
  return at;
}

export function list(tree: Tree | undefined): Tree[] {
  return Array.isArray(tree) ? tree : [];
}

export function text(tree: Tree | undefined): string {
  return typeof tree === 'string' || typeof tree === 'number' || typeof tree === 'boolean' ? String(tree) : '';
}
