import { Alert, ToggleGroup, ToggleGroupItem, ToolbarItem } from '@patternfly/react-core';
import { useMemo } from 'react';
import { useEstate, type EstateRow, type Whole } from '../../api/estate';
import { useGateways } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { command } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Listing } from '../../shared/Listing';
import { Nothing } from '../../shared/Nothing';
import { plural } from '../../shared/numbers';
import { Page } from '../../shared/Page';
import { useUrl } from '../../shared/url';
import { COLUMNS } from './columns';
import { EstateTree } from './EstateTree';

const FIRST = { key: 'name', down: false };
const keyOf = (row: EstateRow) => row.key;
const WHOSE = ['managed', 'unmanaged'];
const ASKED: Record<string, string> = { managed: 'true', unmanaged: 'false' };

/** Every API there is, and where it lives: those of documents, and those that gateways hold and no document names. */
export default function Estate() {
  const { get, set } = useUrl();
  const filter = {
    vendor: get('vendor'),
    gateway: get('gateway'),
    labels: get('label'),
    managed: ASKED[get('whose')] ?? '',
  };
  const estate = useEstate(filter);
  const tree = get('view') === 'tree';
  const about = 'Every API, and the gateways it lives on. What no Api document names is unmanaged: Entente sees it and leaves it alone.';
  return (
    <Page
      title="Estate"
      about={about}
      actions={
        <ToggleGroup aria-label="View" isCompact>
          <ToggleGroupItem text="Table" buttonId="view-table" isSelected={!tree} onChange={() => set({ view: '' })} />
          <ToggleGroupItem text="Tree" buttonId="view-tree" isSelected={tree} onChange={() => set({ view: 'tree' })} />
        </ToggleGroup>
      }
    >
      <Asked query={estate} what="The estate">
        {(whole) => (
          <>
            {whole.unread.length > 0 && (
              <Alert
                isInline
                variant="warning"
                title={`What ${whole.unread.join(', ')} ${whole.unread.length === 1 ? 'holds' : 'hold'} is not shown: no complete read yet.`}
              />
            )}
            {tree ? <EstateTree whole={whole} filters={<Filters whole={whole} />} /> : <EstateTable whole={whole} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function EstateTable({ whole }: { whole: Whole }) {
  return (
    <Listing
      label="APIs"
      rows={whole.rows}
      columns={COLUMNS}
      rowKey={keyOf}
      first={FIRST}
      even
      filters={<Filters whole={whole} />}
      nothing={
        <Nothing title="No API is chosen here" next="./entente apply -f api.yaml">
          An Api document names an API, its routes, and the gateways it lives on. Take back a choice above, or write one.
        </Nothing>
      }
    />
  );
}

const MOST_LABELS = 200;

function Filters({ whole }: { whole: Whole }) {
  const gateways = useGateways().data ?? [];
  const vendors = [...new Set(gateways.map((one) => one.vendor))].sort();
  const labels = useMemo(() => [...new Set(whole.rows.flatMap((row) => row.labels))].sort().slice(0, MOST_LABELS), [whole]);
  return (
    <>
      <Choice name="vendor" label="Vendor" options={vendors} all="All vendors" />
      <Choice name="gateway" label="Gateway" options={gateways.map((one) => one.name)} all="All gateways" />
      <Choice name="label" label="Label" options={labels} all="Any label" />
      <Choice name="whose" label="Managed or not" options={WHOSE} all="Managed or not" />
      <ToolbarItem alignSelf="center">{plural(whole.rows.length, 'API')}</ToolbarItem>
      <CopyAs what="CLI command" text={() => command('get', 'apis')} />
    </>
  );
}
