import { Content, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { Listing, type Column } from '../../shared/Listing';
import { plural } from '../../shared/numbers';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { ObjectView } from './ObjectView';

type Held = Schemas['ObjectView'];
type View = Schemas['ObjectsView'];

const FIRST = { key: 'kind', down: false };
const keyOf = (row: Held) => `${row.kind}/${row.id}`;
const CHECKED = 15_000;

/** An answer of the same read stays the same object, so that a long list is not worked out anew. */
function unchanged(before: unknown, now: unknown): unknown {
  const [old, fresh] = [before as View | undefined, now as View];
  const same = old !== undefined && old.objects.length === fresh.objects.length && old.objects.every((one, at) => sameObject(one, fresh.objects[at]));
  return same ? { ...fresh, objects: old.objects } : fresh;
}

function sameObject(one: Held, other: Held | undefined): boolean {
  return other !== undefined && one.hash === other.hash && keyOf(one) === keyOf(other) && one.claimedBy.join() === other.claimedBy.join();
}

/** What the gateway holds by its last complete read: kinds, ids, and whose they are. */
export function Objects({ gateway }: { gateway: string }) {
  const { get, set } = useUrl();
  const objects = useQuery({
    queryKey: ['gateways', gateway, 'objects'],
    queryFn: () => answered<View>(hub.GET('/api/gateways/{gateway}/objects', { params: { path: { gateway } } })),
    refetchInterval: CHECKED,
    structuralSharing: unchanged,
  });
  const latest = useRef(set);
  latest.current = set;
  const columns = useMemo(() => columnsOf((row) => latest.current({ object: keyOf(row) })), []);
  return (
    <Asked query={objects} what="The objects">
      {(view) => {
        const opened = view.objects.find((one) => keyOf(one) === get('object'));
        return (
          <>
            {view.takenAt && (
              <Content component="small">
                As read <When at={view.takenAt} />.
              </Content>
            )}
            <HeldList all={view} columns={columns} />
            {opened && <ObjectView gateway={gateway} kind={opened.kind} id={opened.id} onClose={() => set({ object: '', file: '' })} />}
          </>
        );
      }}
    </Asked>
  );
}

function HeldList({ all, columns }: { all: View; columns: Column<Held>[] }) {
  const { get } = useUrl();
  const kind = get('kind');
  const ours = get('ours');
  const kinds = useMemo(() => [...new Set(all.objects.map((one) => one.kind))].sort(), [all.objects]);
  const rows = useMemo(
    () => all.objects.filter((one) => (kind === '' || one.kind === kind) && (ours === '' || one.claimedBy.length > 0 === (ours === 'ours'))),
    [all.objects, kind, ours],
  );
  return (
    <Listing
      label="objects"
      prefix="o."
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      first={FIRST}
      even
      filters={
        <>
          <Choice name="kind" label="Kind" options={kinds} all="All kinds" />
          <Choice name="ours" label="Whose" options={['ours', 'others']} all="Anybody’s" />
          <ToolbarItem alignSelf="center">{plural(rows.length, 'object')}</ToolbarItem>
        </>
      }
      nothing={all.takenAt ? <p>The gateway holds nothing that is chosen here.</p> : <p>The gateway was not read completely yet.</p>}
    />
  );
}

function columnsOf(open: (row: Held) => void): Column<Held>[] {
  return [
    { key: 'kind', title: 'Kind', width: '20%', value: (row) => row.kind },
    {
      key: 'id',
      long: true,
      title: 'Id',
      width: '45%',
      value: (row) => row.id,
      show: (row) => (
        <button type="button" className="pf-v6-c-button pf-m-link pf-m-inline" onClick={() => open(row)}>
          <span className="pf-v6-c-button__text">{row.id}</span>
        </button>
      ),
    },
    {
      key: 'claimed',
      title: 'Comes from',
      width: '20%',
      long: true,
      value: (row) => row.claimedBy.join(', '),
      show: (row) => (row.claimedBy.length === 0 ? 'others' : row.claimedBy.join(', ')),
    },
    { key: 'hash', title: 'Hash', width: '15%', value: (row) => row.hash, show: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}</code> },
  ];
}
