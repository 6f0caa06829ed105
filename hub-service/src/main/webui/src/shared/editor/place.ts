import { isMap, isScalar, isSeq, parseAllDocuments, type Document } from 'yaml';

/** A field's name, or an item's number from 0. */
export type Step = string | number;

/** Where in a document something is being written. */
export interface Place {
  kind: 'key' | 'value';
  /** Of the object that gets the key, or of the value. */
  path: Step[];
  /** Keys the object has already. */
  written: string[];
  /** Between braces or brackets. */
  flow: boolean;
  document: unknown;
}

const MARK = 'x0here0x';

/**
 * What the word from `from` to `to` may be: a key, a value, or either. The text may be unfinished: a mark
 * takes the place of the word, and where the mark ends up is read off the tree.
 */
export function placesAt(text: string, from: number, to: number): Place[] {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = before.slice(before.lastIndexOf('\n') + 1);
  const named = /^[ \t]*:(\s|$)/.test(after);
  const places: Place[] = [];
  if (mayBeKey(before, lead)) {
    places.push(...find(before + MARK + (named ? '' : ': 0') + after, 'key'));
  }
  if (!named && !/[{]\s*$/.test(lead)) {
    places.push(...find(before + MARK + after, 'value'));
  }
  return places;
}

function mayBeKey(before: string, lead: string): boolean {
  if (/^\s*(-\s+)*$/.test(lead)) {
    return true;
  }
  return /[{,]\s*$/.test(lead) && open(before) === '{';
}

/** The bracket that is open at the end of a text; quoted ones and those in comments do not count. */
export function open(text: string): string {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(^|\s)#.*$/gm, '');
  const stack: string[] = [];
  for (const char of plain) {
    if (char === '{' || char === '[') {
      stack.push(char);
    } else if (char === '}' || char === ']') {
      stack.pop();
    }
  }
  return stack.at(-1) ?? '';
}

function find(text: string, kind: Place['kind']): Place[] {
  const parsed = parseAllDocuments(text, { logLevel: 'silent' });
  const documents: Document[] = Array.isArray(parsed) ? parsed : [];
  for (const document of documents) {
    const found = locate(document.contents, [], false);
    if (found?.kind === kind) {
      return [{ ...found, document: tree(document) }];
    }
  }
  return [];
}

function locate(node: unknown, path: Step[], flow: boolean): Omit<Place, 'document'> | undefined {
  if (isScalar(node)) {
    return node.value === MARK ? { kind: 'value', path, written: [], flow } : undefined;
  }
  if (isMap(node)) {
    const keys = node.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : ''));
    if (keys.includes(MARK)) {
      return { kind: 'key', path, written: keys.filter((key) => key !== MARK), flow: node.flow === true };
    }
    return first(node.items.map((pair, at) => () => locate(pair.value, [...path, keys[at] ?? ''], node.flow === true)));
  }
  if (isSeq(node)) {
    return first(node.items.map((item, at) => () => locate(item, [...path, at], node.flow === true)));
  }
  return undefined;
}

function first<T>(tries: (() => T | undefined)[]): T | undefined {
  for (const one of tries) {
    const found = one();
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function tree(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    // An alias to nothing, while it is being typed.
    return undefined;
  }
}
