import { Th, Thead, Tr } from '@patternfly/react-table';
import type { Order, Sortable } from './listing';

interface Props<T> {
  columns: readonly (Sortable<T> & { title: string; width?: string })[];
  order: Order;
  onOrder: (order: Order) => void;
  /** True where rows are counted for screen readers, because not all of them are there. */
  counted: boolean;
}

/** The titles of the columns; each sorts by its column. */
export function ListingHead<T>({ columns, order, onOrder, counted }: Props<T>) {
  const sortedBy = columns.findIndex((column) => column.key === order.key);
  return (
    <Thead>
      <Tr {...(counted ? { 'aria-rowindex': 1 } : {})}>
        {columns.map((column, index) => (
          <Th
            key={column.key}
            modifier="nowrap"
            style={counted && column.width ? { inlineSize: column.width } : undefined}
            sort={{
              columnIndex: index,
              sortBy: { index: sortedBy, direction: order.down ? 'desc' : 'asc' },
              onSort: (_, at, direction) => onOrder({ key: columns[at]?.key ?? order.key, down: direction === 'desc' }),
            }}
          >
            {column.title}
          </Th>
        ))}
      </Tr>
    </Thead>
  );
}
