import { describe, expect, it } from 'vitest';
import { command, quoted } from './copy';
import { diffLines } from './diff';
import { matching, ordered, orderOf, orderText, padding, pageOf, sortKey, type Order, type Sortable } from './listing';
import { millis, percent, plural } from './numbers';
import { lineOf, stepsOf } from './problemPlace';
import { relative } from './time';
import { field, shown } from './tree';
import { changed } from './url';

const arranged = <T>(rows: T[], columns: Sortable<T>[], words: string, order: Order) => matching(ordered(rows, columns, order), words);

describe('relative times', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');

  it.each([
    ['2026-11-21T09:59:58Z', 'just now'],
    ['2026-11-21T09:59:20Z', '40 seconds ago'],
    ['2026-11-21T09:01:00Z', '59 minutes ago'],
    ['2026-11-21T08:00:00Z', '2 hours ago'],
    ['2026-11-22T11:00:00Z', 'in 1 day'],
    ['2025-01-01T00:00:00Z', '2025-01-01'],
    ['no instant', 'no instant'],
  ])('%s is %s', (instant, words) => {
    expect(relative(instant, now)).toBe(words);
  });
});

describe('numbers', () => {
  it('never round a share to none or all while it is neither', () => {
    expect([0, 0.000001, 0.05, 0.5, 0.99999, 1].map(percent)).toEqual(['0 %', '< 0.01 %', '5.00 %', '50.0 %', '> 99.99 %', '100 %']);
  });

  it('give times and counts with their units', () => {
    expect([millis(1.24), millis(250.4), millis(12_345)]).toEqual(['1.2 ms', '250 ms', '12.3 s']);
    expect([plural(1, 'step'), plural(1200, 'step')]).toEqual(['1 step', '1,200 steps']);
  });
});

describe('lists', () => {
  const columns = [
    { key: 'name', value: (row: { name: string; size: number }) => row.name },
    { key: 'size', value: (row: { name: string; size: number }) => row.size },
  ];
  const rows = [
    { name: 'orders-10', size: 2 },
    { name: 'orders-9', size: 10 },
    { name: 'payments', size: 1 },
  ];

  it('find rows that hold every word, in any column', () => {
    const names = (words: string) => arranged(rows, columns, words, { key: 'name', down: false }).map((row) => row.name);
    expect(names('ORD 10')).toEqual(['orders-9', 'orders-10']);
    expect(names('pay 10')).toEqual([]);
  });

  it('sort numbers as numbers, also inside names', () => {
    const names = (key: string, down: boolean) => arranged(rows, columns, '', { key, down }).map((row) => row.name);
    expect(names('name', false)).toEqual(['orders-9', 'orders-10', 'payments']);
    expect(names('size', true)).toEqual(['orders-9', 'orders-10', 'payments']);
  });

  it('leave the given rows as they are', () => {
    const given = [...rows];
    arranged(given, columns, '', { key: 'size', down: false });
    expect(given).toEqual(rows);
  });

  it('take the order from the address, and only one there is', () => {
    const fallback = { key: 'name', down: false };
    expect(orderOf('-size', ['name', 'size'], fallback)).toEqual({ key: 'size', down: true });
    expect(orderOf('colour', ['name', 'size'], fallback)).toBe(fallback);
    expect(orderOf(null, ['name'], fallback)).toBe(fallback);
    expect(orderText({ key: 'size', down: true })).toBe('-size');
  });

  it('sort without regard to case and accents, equal ones as they came', () => {
    expect(['Édith', 'zoe', 'Adam'].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(['Adam', 'Édith', 'zoe']);
    const same = [{ name: 'b', size: 1 }, { name: 'a', size: 1 }];
    expect(arranged(same, columns, '', { key: 'size', down: true }).map((row) => row.name)).toEqual(['b', 'a']);
  });

  it('keep the room of the rows that are not in view', () => {
    expect(padding([{ start: 370, end: 407 }, { start: 407, end: 444 }], 3700)).toEqual({ above: 370, below: 3256 });
    expect(padding([], 3700)).toEqual({ above: 0, below: 3700 });
  });

  it('page without going beyond either end', () => {
    const many = Array.from({ length: 250 }, (_, index) => index);
    expect(pageOf(many, 3, 100)).toMatchObject({ number: 3, last: 3 });
    expect(pageOf(many, 3, 100).rows).toHaveLength(50);
    expect(pageOf(many, 99, 100).number).toBe(3);
    expect(pageOf(many, Number.NaN, 100).number).toBe(1);
    expect(pageOf([], 1, 100)).toMatchObject({ rows: [], last: 1 });
  });
});

it('the address leaves out what is empty and keeps the rest', () => {
  const before = new URLSearchParams('gateway=edge&status=FAILED');

  const after = changed(before, { status: '', page: '2' });

  expect(after.toString()).toBe('gateway=edge&page=2');
  expect(before.toString()).toBe('gateway=edge&status=FAILED');
});

describe('differences', () => {
  it('are numbered on both sides, hunk by hunk', () => {
    const lines = diffLines('@@ -1,3 +1,3 @@\n a\n-b\n+c\n d\n@@ -10,1 +10,2 @@\n x\n+y\n');

    expect(lines.map((line) => [line.kind, line.before, line.after])).toEqual([
      ['hunk', undefined, undefined],
      ['same', 1, 1],
      ['removed', 2, undefined],
      ['added', undefined, 2],
      ['same', 3, 3],
      ['hunk', undefined, undefined],
      ['same', 10, 10],
      ['added', undefined, 11],
    ]);
  });

  it('keep the signs and spaces that belong to the text', () => {
    expect(diffLines('@@ -1,1 +1,1 @@\n-  - item\n+++ more')[1]?.text).toBe('  - item');
    expect(diffLines('@@ -1,1 +1,1 @@\n-  - item\n+++ more')[2]?.text).toBe('++ more');
  });
});

describe('places of problems', () => {
  const text = 'kind: Policy\nmetadata:\n  name: a\nspec:\n  rules:\n    - one: 1\n    - two: 2\n---\nkind: Api\nspec:\n  hosts: [x]\n';

  it.each([
    ['metadata.name', 3],
    ['spec.rules[1].two', 7],
    ['spec.rules[1].missing', 7],
    ['documents[1].spec.hosts', 11],
    ['spec', 4],
  ])('%s is line %d', (path, line) => {
    expect(lineOf(text, path)).toBe(line);
  });

  it('are taken apart at dots and brackets', () => {
    expect(stepsOf('documents[1].spec.rules[0].set')).toEqual(['documents', '1', 'spec', 'rules', '0', 'set']);
  });

  it('do not fail on text that is no YAML', () => {
    expect(() => lineOf('a: [', 'a.b')).not.toThrow();
  });
});

describe('commands', () => {
  it('quote what a shell would take apart', () => {
    expect(quoted("it's")).toBe(`'it'\\''s'`);
    expect(command('explain', 'edge', 'orders/all')).toBe('./entente explain edge orders/all');
    expect(command('get', '$(rm -rf /)')).toBe(`./entente get '$(rm -rf /)'`);
  });
});

describe('values', () => {
  it('are shown so that absent, empty and false differ', () => {
    expect([shown(undefined), shown(''), shown(false), shown(0), shown(null)]).toEqual(['—', '""', 'false', '0', 'null']);
    expect(shown({ a: [1] })).toBe('a:\n  - 1');
  });

  it('are found by their path, or not at all', () => {
    expect(field({ a: { b: 1 } }, 'a', 'b')).toBe(1);
    expect(field({ a: [1] }, 'a', 'b')).toBeUndefined();
  });
});
