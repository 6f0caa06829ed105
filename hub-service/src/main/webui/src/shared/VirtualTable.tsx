import { Table, Tbody } from '@patternfly/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type ReactElement, type Ref } from 'react';
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
  /** Every row is one line high. */
  even: boolean;
}

/** Height of a row of one line in pixels; the style sheet has it too. */
const ROW = 38;
const AROUND = 6;

/** A table of which only the rows in view exist. It scrolls by itself, by keys too, and comes back to where it was. */
export function VirtualTable<T>(props: Props<T>) {
  const { label, rows, columns, order, onOrder, chosen, even } = props;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const { key } = useLocation();
  const list = `${key} ${label}`;
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current !== chosen) {
      before.current = chosen;
      frame?.scrollTo({ top: 0 });
    }
  }, [chosen, frame]);
  useEffect(() => {
    if (frame !== null) {
      keepPlace(list, frame.scrollTop);
    }
  }, [list, frame]);
  return (
    <div
      ref={setFrame}
      className={even ? 'virtual even' : 'virtual'}
      role="region"
      aria-label={`Rows of ${label}`}
      tabIndex={0}
      onScroll={(event) => keepPlace(list, event.currentTarget.scrollTop)}
    >
      <Table aria-label={label} variant="compact" isStickyHeader gridBreakPoint="" aria-rowcount={rows.length + 1}>
        <ListingHead columns={columns} order={order} onOrder={onOrder} counted />
        <Tbody>{frame && <Rows {...props} frame={frame} list={list} />}</Tbody>
      </Table>
    </div>
  );
}

/** Apart from the table, so that scrolling draws rows and nothing else. */
function Rows<T>({ rows, columns, rowKey, even, frame, list }: Props<T> & { frame: HTMLDivElement; list: string }) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame,
    estimateSize: () => ROW,
    overscan: AROUND,
    getItemKey: (index) => rowKey(rows[index] as T),
    initialOffset: () => placeOf(list),
    useFlushSync: false,
  });
  const shown = virtual.getVirtualItems();
  const { above, below } = padding(shown, virtual.getTotalSize());
  return (
    <>
      <Gap height={above} columns={columns.length} />
      {shown.map(({ index, key }) => (
        <VirtualRow key={key} row={rows[index] as T} index={index} columns={columns} measure={even ? undefined : virtual.measureElement} />
      ))}
      <Gap height={below} columns={columns.length} />
    </>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true" className="gap">
      <td colSpan={columns} className="gap" style={{ blockSize: height }} />
    </tr>
  );
}

interface RowProps<T> {
  row: T;
  index: number;
  columns: readonly Column<T>[];
  measure: Ref<HTMLTableRowElement> | undefined;
}

/** PatternFly's row by its classes: its components cost several times as much, at each row that scrolls into view. */
function Row<T>({ row, index, columns, measure }: RowProps<T>) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className="pf-v6-c-table__tr">
      {columns.map((column) => {
        const value = column.value(row);
        return (
          <td key={column.key} data-label={column.title} title={measure === undefined ? String(value) : undefined} className="pf-v6-c-table__td pf-m-break-word">
            {column.show ? column.show(row) : value}
          </td>
        );
      })}
    </tr>
  );
}

const VirtualRow = memo(Row) as <T>(props: RowProps<T>) => ReactElement;
