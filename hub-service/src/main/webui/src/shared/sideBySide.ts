import type { DiffLine } from './diff';

/** One line of two columns; a hunk or a note stands over both. */
export interface PairedLine {
  left?: DiffLine;
  right?: DiffLine;
  over?: DiffLine;
}

/** Lines of a unified difference in two columns: what was removed beside what came in its place. */
export function paired(lines: DiffLine[]): PairedLine[] {
  const rows: PairedLine[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const left = removed[i];
      const right = added[i];
      rows.push({ ...(left ? { left } : {}), ...(right ? { right } : {}) });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    switch (line.kind) {
      case 'removed':
        removed.push(line);
        break;
      case 'added':
        added.push(line);
        break;
      case 'same':
        flush();
        rows.push({ left: line, right: line });
        break;
      case 'hunk':
      case 'note':
        flush();
        rows.push({ over: line });
    }
  }
  flush();
  return rows;
}
