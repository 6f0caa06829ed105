import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, type ReactElement, type Ref } from 'react';
import { useLocation } from 'react-router';
import type { Column } from './Listing';
import { padding, type Order } from './listing';
import { ListingHead } from './ListingHead';
import { keepPlace, placeOf } from './places';

interface Props<T> {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  order: Order;
  onOrder: (order: Order) => void;
  /** What the rows were chosen and sorted by: when it changes, the list starts at its top. */
  chosen: string;
}

const ROW = 37;
const AROUND = 12;

/** A table of which only the rows in view exist. It scrolls by itself, by keys too, and comes back to where it was. */
export function VirtualTable<T>({ label, rows, columns, rowKey, order, onOrder, chosen }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const list = `${key} ${label}`;
  const before = useRef(chosen);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: AROUND,
    getItemKey: (index) => rowKey(rows[index] as T),
    initialOffset: () => placeOf(list),
    useFlushSync: false,
  });
  useEffect(() => {
    if (before.current !== chosen) {
      before.current = chosen;
      frame.current?.scrollTo({ top: 0 });
    }
  }, [chosen]);
  useEffect(() => keepPlace(list, frame.current?.scrollTop ?? 0), [list]);
  const shown = virtual.getVirtualItems();
  const { above, below } = padding(shown, virtual.getTotalSize());
  return (
    <div
      ref={frame}
      className="virtual"
      role="region"
      aria-label={`Rows of ${label}`}
      tabIndex={0}
      onScroll={(event) => keepPlace(list, event.currentTarget.scrollTop)}
    >
      <Table aria-label={label} variant="compact" isStickyHeader gridBreakPoint="" aria-rowcount={rows.length + 1}>
        <ListingHead columns={columns} order={order} onOrder={onOrder} counted />
        <Tbody>
          <Gap height={above} columns={columns.length} />
          {shown.map(({ index, key: item }) => (
            <VirtualRow key={item} row={rows[index] as T} index={index} columns={columns} measure={virtual.measureElement} />
          ))}
          <Gap height={below} columns={columns.length} />
        </Tbody>
      </Table>
    </div>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true">
      <td colSpan={columns} className="gap" style={{ blockSize: height }} />
    </tr>
  );
}

interface RowProps<T> {
  row: T;
  index: number;
  columns: readonly Column<T>[];
  measure: Ref<HTMLTableRowElement>;
}

function Row<T>({ row, index, columns, measure }: RowProps<T>) {
  return (
    <Tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <Td key={column.key} dataLabel={column.title} modifier="breakWord">
          {column.show ? column.show(row) : column.value(row)}
        </Td>
      ))}
    </Tr>
  );
}

const VirtualRow = memo(Row) as <T>(props: RowProps<T>) => ReactElement;
