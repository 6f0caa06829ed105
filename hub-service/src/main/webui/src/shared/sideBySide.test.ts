import { expect, it } from 'vitest';
import { diffLines } from './diff';
import { paired } from './sideBySide';

const texts = (diff: string) =>
  paired(diffLines(diff)).map((row) => (row.over ? row.over.text : `${row.left?.text ?? '·'}|${row.right?.text ?? '·'}`));

it('what was removed stands beside what came in its place', () => {
  expect(texts('@@ -1,3 +1,3 @@\n a\n-b\n-c\n+B\n d\n')).toEqual(['@@ -1,3 +1,3 @@', 'a|a', 'b|B', 'c|·', 'd|d']);
});

it('what was only added or removed has an empty side', () => {
  expect(texts('+x\n y\n-z\n')).toEqual(['·|x', 'y|y', 'z|·']);
});

it('a note stands over both sides and keeps blocks apart', () => {
  expect(texts('-a\n\\ No newline at end of file\n+b\n')).toEqual(['a|·', 'No newline at end of file', '·|b']);
});
