import { structuredPatch } from 'diff';

/** What differs between two texts, as the hunks of a unified difference; empty where nothing does. */
export function unified(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 4 });
  return hunks
    .map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join('\n')}\n`,
    )
    .join('');
}
