import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';

const STEP = /([^.[\]]+)|\[([^\]]*)\]/g;

/** `spec.rules[2].name` and `documents[1].spec` as steps. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(STEP)].map((match) => match[1] ?? match[2] ?? '');
}

/** Where something stands in a text: offsets, and the line from 1. */
export interface Range {
  from: number;
  to: number;
  line: number;
}

/** The line, from 1, of the deepest part of a document that a problem's path names. */
export function lineOf(text: string, path: string): number | undefined {
  return rangeOf(text, path)?.line;
}

/** The name of the deepest part of a document that a problem's path names; of an item of a list, the item. */
export function rangeOf(text: string, path: string): Range | undefined {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent' });
  if (!Array.isArray(parsed)) {
    return undefined;
  }
  let steps = stepsOf(path);
  let document: Document | undefined = parsed[0];
  if (steps[0] === 'documents' && steps.length > 1) {
    document = parsed[Number(steps[1])];
    steps = steps.slice(2);
  }
  let range = span(document?.contents);
  let at: unknown = document?.contents;
  for (const step of steps) {
    let next: unknown;
    if (isMap(at)) {
      const pair = at.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
      range = pair ? (span(pair.key) ?? range) : range;
      next = pair?.value;
    } else if (isSeq(at)) {
      next = at.items[Number(step)];
      range = span(next) ?? range;
    }
    if (next === undefined) {
      break;
    }
    at = next;
  }
  if (range === undefined) {
    return undefined;
  }
  const end = text.indexOf('\n', range[0]);
  return { from: range[0], to: Math.min(range[1], end < 0 ? text.length : end), line: lines.linePos(range[0]).line };
}

function span(node: unknown): [number, number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
