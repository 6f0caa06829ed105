import { isMap, isScalar, isSeq, parseAllDocuments, type Document } from 'yaml';
import { docOf } from './completions';
import type { Step } from './place';
import { joined, schemasAt, type Schema } from './schema';

/** What is said of the field under the pointer. */
export interface Hover {
  from: number;
  to: number;
  field: string;
  doc: string;
}

/** The field whose name or plain value stands at an offset; absent where the schema says nothing of it. */
export function hoverAt(text: string, offset: number, schema: Schema): Hover | undefined {
  const parsed = parseAllDocuments(text, { logLevel: 'silent' });
  const documents: Document[] = Array.isArray(parsed) ? parsed : [];
  for (const document of documents) {
    const found = locate(document.contents, offset, []);
    if (found !== undefined) {
      const said = joined(schemasAt(schema, found.path, tree(document)));
      const doc = docOf(said);
      const name = found.path.filter((step) => typeof step === 'string').at(-1);
      return doc === '' || name === undefined ? undefined : { from: found.from, to: found.to, field: name, doc };
    }
  }
  return undefined;
}

interface Found {
  from: number;
  to: number;
  path: Step[];
}

function locate(node: unknown, offset: number, path: Step[]): Found | undefined {
  if (isMap(node)) {
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      const found = covers(pair.key, offset, [...path, name]) ?? locate(pair.value, offset, [...path, name]);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
  if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) {
      const found = locate(item, offset, [...path, at]);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
  return covers(node, offset, path);
}

function covers(node: unknown, offset: number, path: Step[]): Found | undefined {
  if (isScalar(node) && node.range) {
    const [from, to] = node.range;
    return from <= offset && offset <= to && from < to ? { from, to, path } : undefined;
  }
  return undefined;
}

function tree(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
