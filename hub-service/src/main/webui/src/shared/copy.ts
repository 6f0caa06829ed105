import { stringify } from 'yaml';

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command of ./entente that does the same. */
export function command(...words: string[]): string {
  return ['./entente', ...words].map(quoted).join(' ');
}

export function yamlOf(tree: unknown): string {
  return stringify(tree, { lineWidth: 0 });
}

/** Puts a text on the clipboard; false where the browser does not let a page do so (plain http from afar). */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
