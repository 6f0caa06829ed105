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

/** The rows whose columns hold every word, in order; equal rows keep the order they came in. */
export function arranged<T>(rows: T[], columns: Sortable<T>[], words: string, order: Order): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const text = columns.map((column) => String(column.value(row))).join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const column = columns.find((one) => one.key === order.key);
  if (column === undefined) {
    return found;
  }
  const sign = order.down ? -1 : 1;
  return found.sort((a, b) => sign * compare(column.value(a), column.value(b)));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'en', { numeric: true });
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
