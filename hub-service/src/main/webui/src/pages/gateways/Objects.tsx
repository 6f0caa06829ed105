import { Button, Content, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Choice } from '../../shared/Choice';
import { Listing, type Column } from '../../shared/Listing';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { ObjectView } from './ObjectView';

type Held = Schemas['ObjectView'];

/** What the gateway holds by its last complete read: kinds, ids, and whose they are. */
export function Objects({ gateway }: { gateway: string }) {
  const { get, set } = useUrl();
  const kind = get('kind');
  const ours = get('ours');
  const objects = useQuery({
    queryKey: ['gateways', gateway, 'objects'],
    queryFn: () => answered<Schemas['ObjectsView']>(hub.GET('/api/gateways/{gateway}/objects', { params: { path: { gateway } } })),
    refetchInterval: 15_000,
  });
  const columns: Column<Held>[] = [
    { key: 'kind', title: 'Kind', value: (row) => row.kind },
    {
      key: 'id',
      long: true,
      title: 'Id',
      value: (row) => row.id,
      show: (row) => (
        <Button variant="link" isInline onClick={() => set({ object: `${row.kind}/${row.id}` })}>
          {row.id}
        </Button>
      ),
    },
    {
      key: 'claimed',
      title: 'Comes from',
      value: (row) => row.claimedBy.join(', '),
      show: (row) => (row.claimedBy.length === 0 ? 'others' : row.claimedBy.join(', ')),
    },
    { key: 'hash', title: 'Hash', value: (row) => row.hash, show: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}</code> },
  ];
  return (
    <Asked query={objects} what="The objects">
      {(view) => {
        const kinds = [...new Set(view.objects.map((one) => one.kind))].sort();
        const opened = view.objects.find((one) => `${one.kind}/${one.id}` === get('object'));
        return (
          <>
            {view.takenAt && (
              <Content component="small">
                As read <When at={view.takenAt} />.
              </Content>
            )}
            <Listing
              label="objects"
              prefix="o."
              rows={view.objects.filter(
                (one) => (kind === '' || one.kind === kind) && (ours === '' || one.claimedBy.length > 0 === (ours === 'ours')),
              )}
              columns={columns}
              rowKey={(row) => `${row.kind}/${row.id}`}
              first={{ key: 'kind', down: false }}
              filters={
                <>
                  <Choice name="kind" label="Kind" options={kinds} all="All kinds" />
                  <Choice name="ours" label="Whose" options={['ours', 'others']} all="Anybody’s" />
                  <ToolbarItem alignSelf="center">{view.objects.length} objects</ToolbarItem>
                </>
              }
              nothing={view.takenAt ? <p>The gateway holds nothing that is chosen here.</p> : <p>The gateway was not read completely yet.</p>}
            />
            {opened && <ObjectView gateway={gateway} kind={opened.kind} id={opened.id} onClose={() => set({ object: '', file: '' })} />}
          </>
        );
      }}
    </Asked>
  );
}
