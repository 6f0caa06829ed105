import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { startTransition, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { matching, ordered, orderOf, orderText, PLAIN, type Order, type Sortable } from './listing';
import { ListingHead } from './ListingHead';
import { useUrl } from './url';
import { VirtualTable } from './VirtualTable';

export interface Column<T> extends Sortable<T> {
  title: string;
  show?: (row: T) => ReactNode;
  /** Holds long words that may be broken anywhere. */
  long?: boolean;
  /** Share of the width in a long list, where widths cannot follow from rows that are not there: a CSS length. */
  width?: string;
}

interface Props<T> {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  first: Order;
  /** Prefix of this list's parameters in the address, where a page has several. */
  prefix?: string;
  /** Choices beside the search field. */
  filters?: ReactNode;
  nothing?: ReactNode;
  /** In a long list every row is one line high, and what is longer is cut and shown on hover: the cheapest to scroll. */
  even?: boolean;
}

/**
 * A table that can be searched and sorted; both stand in the address. From a hundred rows on only those in view exist:
 * give such a list rows, columns and key that stay the same objects while nothing changes.
 */
export function Listing<T>({ label, rows, columns, rowKey, first, prefix = '', filters, nothing, even = false }: Props<T>) {
  const { get, set } = useUrl();
  const order = orderOf(get(`${prefix}sort`) || null, columns.map((column) => column.key), first);
  const { key, down } = order;
  const sorted = useMemo(() => ordered(rows, columns, { key, down }), [rows, columns, key, down]);
  const [typed, type] = useWords(get(`${prefix}q`), (words) => set({ [`${prefix}q`]: words }));
  const words = useDeferredValue(typed);
  const found = useMemo(() => matching(sorted, words), [sorted, words]);
  const onOrder = (next: Order) => startTransition(() => set({ [`${prefix}sort`]: orderText(next) }));
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={`Search ${label}`}
              placeholder="Search"
              value={typed}
              onChange={(_, text) => type(text)}
              onClear={() => type('')}
              resultsCount={words ? `${found.length} of ${rows.length}` : undefined}
            />
          </ToolbarItem>
          {filters}
        </ToolbarContent>
      </Toolbar>
      {found.length === 0 ? (
        (rows.length === 0 && nothing) || <p role="status">Nothing matches.</p>
      ) : found.length >= PLAIN ? (
        <VirtualTable
          label={label}
          rows={found}
          columns={columns}
          rowKey={rowKey}
          order={order}
          onOrder={onOrder}
          even={even}
          chosen={`${orderText(order)} ${words}`}
        />
      ) : (
        <div className="wide">
          <Table aria-label={label} variant="compact">
            <ListingHead columns={columns} order={order} onOrder={onOrder} counted={false} />
            <Tbody>
              {found.map((row) => (
                <Tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <Td key={column.key} dataLabel={column.title} {...(column.long ? { modifier: 'breakWord' } : {})}>
                      {column.show ? column.show(row) : column.value(row)}
                    </Td>
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </div>
      )}
    </>
  );
}

const PAUSE = 200;

/** What is typed, at once; the address follows when the hand rests, so that no letter waits for the page. */
function useWords(stored: string, store: (words: string) => void): [string, (words: string) => void] {
  const [typed, setTyped] = useState(stored);
  const told = useRef(stored);
  const latest = useRef(store);
  latest.current = store;
  useEffect(() => {
    if (stored !== told.current) {
      told.current = stored;
      setTyped(stored);
    }
  }, [stored]);
  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const later = setTimeout(() => {
      told.current = typed;
      startTransition(() => latest.current(typed));
    }, PAUSE);
    return () => clearTimeout(later);
  }, [typed]);
  return [typed, setTyped];
}
