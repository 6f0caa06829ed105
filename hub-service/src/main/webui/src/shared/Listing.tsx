import { Pagination, SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { arranged, orderOf, orderText, pageOf, type Order, type Sortable } from './listing';
import { useUrl } from './url';

export interface Column<T> extends Sortable<T> {
  title: string;
  show?: (row: T) => ReactNode;
  /** Holds long words that may be broken anywhere. */
  long?: boolean;
}

interface Props<T> {
  label: string;
  rows: T[];
  columns: Column<T>[];
  rowKey: (row: T) => string;
  first: Order;
  /** Prefix of this list's parameters in the address, where a page has several. */
  prefix?: string;
  /** Choices beside the search field. */
  filters?: ReactNode;
  nothing?: ReactNode;
}

const SIZE = 100;

/** A table that can be searched, sorted and paged; all of that stands in the address. */
export function Listing<T>({ label, rows, columns, rowKey, first, prefix = '', filters, nothing }: Props<T>) {
  const { get, set } = useUrl();
  const words = get(`${prefix}q`);
  const order = orderOf(get(`${prefix}sort`) || null, columns.map((column) => column.key), first);
  const found = arranged(rows, columns, words, order);
  const page = pageOf(found, Number(get(`${prefix}page`, '1')), SIZE);
  const sortedBy = columns.findIndex((column) => column.key === order.key);
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={`Search ${label}`}
              placeholder="Search"
              value={words}
              onChange={(_, text) => set({ [`${prefix}q`]: text, [`${prefix}page`]: '' })}
              onClear={() => set({ [`${prefix}q`]: '', [`${prefix}page`]: '' })}
              resultsCount={words ? `${found.length} of ${rows.length}` : undefined}
            />
          </ToolbarItem>
          {filters}
          {page.last > 1 && (
            <ToolbarItem align={{ default: 'alignEnd' }} variant="pagination">
              <Pagination
                itemCount={found.length}
                perPage={SIZE}
                perPageOptions={[]}
                page={page.number}
                onSetPage={(_, number) => set({ [`${prefix}page`]: String(number) })}
                titles={{ paginationAriaLabel: `Pages of ${label}` }}
                isCompact
              />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      {found.length === 0 ? (
        (rows.length === 0 && nothing) || <p role="status">Nothing matches.</p>
      ) : (
        <div className="wide">
          <Table aria-label={label} variant="compact">
            <Thead>
              <Tr>
                {columns.map((column, index) => (
                  <Th
                    key={column.key}
                    modifier="nowrap"
                    sort={{
                      columnIndex: index,
                      sortBy: { index: sortedBy, direction: order.down ? 'desc' : 'asc' },
                      onSort: (_, at, direction) =>
                        set({
                          [`${prefix}sort`]: orderText({
                            key: columns[at]?.key ?? first.key,
                            down: direction === 'desc',
                          }),
                        }),
                    }}
                  >
                    {column.title}
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {page.rows.map((row) => (
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
