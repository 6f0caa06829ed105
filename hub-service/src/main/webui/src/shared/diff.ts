export type LineKind = 'hunk' | 'added' | 'removed' | 'same' | 'note';

export interface DiffLine {
  kind: LineKind;
  text: string;
  /** Line numbers on both sides, where the line is there. */
  before?: number;
  after?: number;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** The lines of a unified difference, numbered on both sides. */
export function diffLines(text: string): DiffLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') {
    lines.pop();
  }
  let before = 0;
  let after = 0;
  return lines.map((line): DiffLine => {
    const hunk = HUNK.exec(line);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      return { kind: 'hunk', text: line };
    }
    const rest = line.slice(1);
    if (/^[ +-]?\\ No newline/.test(line)) {
      return { kind: 'note', text: line.replace(/^[ +-]?\\ /, '') };
    }
    switch (line[0]) {
      case '+':
        return { kind: 'added', text: rest, after: after++ };
      case '-':
        return { kind: 'removed', text: rest, before: before++ };
      default:
        return { kind: 'same', text: rest, before: before++, after: after++ };
    }
  });
}
