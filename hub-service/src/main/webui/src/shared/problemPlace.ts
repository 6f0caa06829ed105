import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';

const STEP = /([^.[\]]+)|\[([^\]]*)\]/g;

/** `spec.rules[2].name` and `documents[1].spec` as steps. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(STEP)].map((match) => match[1] ?? match[2] ?? '');
}

/** The line, from 1, of the deepest part of a document that a problem's path names. */
export function lineOf(text: string, path: string): number | undefined {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines });
  if (!Array.isArray(parsed)) {
    return undefined;
  }
  let steps = stepsOf(path);
  let document: Document | undefined = parsed[0];
  if (steps[0] === 'documents' && steps.length > 1) {
    document = parsed[Number(steps[1])];
    steps = steps.slice(2);
  }
  let offset = start(document?.contents);
  let at: unknown = document?.contents;
  for (const step of steps) {
    let next: unknown;
    if (isMap(at)) {
      const pair = at.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
      offset = pair ? (start(pair.key) ?? offset) : offset;
      next = pair?.value;
    } else if (isSeq(at)) {
      next = at.items[Number(step)];
      offset = start(next) ?? offset;
    }
    if (next === undefined) {
      break;
    }
    at = next;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function start(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
