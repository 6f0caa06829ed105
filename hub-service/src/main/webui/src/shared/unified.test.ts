import { expect, it } from 'vitest';
import { diffLines } from './diff';
import { unified } from './unified';

it('two texts differ line by line, with the lines around', () => {
  const lines = diffLines(unified('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 4\nc: 3\n'));
  expect(lines.map((line) => [line.kind, line.text.trim()])).toEqual([
    ['hunk', '@@ -1,3 +1,3 @@'],
    ['same', 'a: 1'],
    ['removed', 'b: 2'],
    ['added', 'b: 4'],
    ['same', 'c: 3'],
  ]);
});

it('equal texts have no difference', () => {
  expect(unified('a: 1\n', 'a: 1\n')).toBe('');
});
