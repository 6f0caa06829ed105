/** One column of a list: what is shown is up to the page, what is sorted and searched is this text or number. */
export interface Sortable<T> {
  key: string;
  value: (row: T) => string | number;
}

export interface Order {
  key: string;
  down: boolean;
}

/** `name` or `-name` for downwards; anything else is the fallback. */
export function orderOf(text: string | null, keys: string[], fallback: Order): Order {
  const down = text?.startsWith('-') ?? false;
  const key = down ? text?.slice(1) : text;
  return key !== null && key !== undefined && keys.includes(key) ? { key, down } : fallback;
}

export function orderText(order: Order): string {
  return (order.down ? '-' : '') + order.key;
}

/** A row with what it is found by, worked out once and not at every letter that is typed. */
export interface Found<T> {
  row: T;
  text: string;
}

/** The rows in order, ready to be searched; equal rows keep the order they came in. The rows given stay as they are. */
export function ordered<T>(rows: readonly T[], columns: readonly Sortable<T>[], order: Order): Found<T>[] {
  const by = columns.find((one) => one.key === order.key);
  const keyed = rows.map((row) => ({
    row,
    text: columns.map((column) => String(column.value(row))).join('\n').toLowerCase(),
    key: by === undefined ? 0 : sortKey(by.value(row)),
  }));
  const sign = order.down ? -1 : 1;
  return by === undefined ? keyed : keyed.sort((a, b) => sign * compare(a.key, b.key));
}

/** The rows that hold every word. */
export function matching<T>(rows: readonly Found<T>[], words: string): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = wanted.length === 0 ? rows : rows.filter((one) => wanted.every((word) => one.text.includes(word)));
  return found.map((one) => one.row);
}

const DIGITS = 12;

/** Numbers inside a text sort as numbers and accents do not matter; far cheaper to compare than by a collator. */
export function sortKey(value: string | number): string | number {
  return typeof value === 'number'
    ? value
    : value
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  const [first, second] = [String(a), String(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** From how many rows on a list shows only those in view. */
export const PLAIN = 100;

/** Height of what is above and below the rows in view, so that the scroll bar is that of the whole list. */
export function padding(shown: readonly { start: number; end: number }[], total: number): { above: number; below: number } {
  const first = shown[0];
  const last = shown[shown.length - 1];
  return first === undefined || last === undefined ? { above: 0, below: total } : { above: first.start, below: Math.max(0, total - last.end) };
}

export interface Page<T> {
  rows: T[];
  number: number;
  last: number;
}

/** One page from 1; a number beyond the end shows the last page. */
export function pageOf<T>(rows: T[], number: number, size: number): Page<T> {
  const last = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(Math.max(1, Math.trunc(number) || 1), last);
  return { rows: rows.slice((shown - 1) * size, shown * size), number: shown, last };
}
