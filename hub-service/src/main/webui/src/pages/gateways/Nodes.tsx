import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { LIVE } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { Listing, type Column } from '../../shared/Listing';
import { When } from '../../shared/When';

type NodeState = Schemas['NodeState'];

const COLUMNS: Column<NodeState>[] = [
  { key: 'node', title: 'Node', value: (row) => row.node },
  { key: 'sync', title: 'State', value: (row) => row.sync, show: (row) => <Badge state={row.sync} /> },
  { key: 'version', long: true, title: 'Runs', value: (row) => row.version ?? '', show: (row) => <code>{row.version ?? '—'}</code> },
  { key: 'message', long: true, title: 'Message', value: (row) => row.message ?? '' },
  { key: 'since', title: 'Since', value: (row) => row.since, show: (row) => <When at={row.since} /> },
];

/** The gateway's processes and what each runs. */
export function Nodes({ gateway }: { gateway: string }) {
  const nodes = useQuery({
    queryKey: ['gateways', gateway, 'nodes'],
    queryFn: () => answered<NodeState[]>(hub.GET('/api/gateways/{gateway}/nodes', { params: { path: { gateway } } })),
    refetchInterval: LIVE,
  });
  return (
    <Asked query={nodes} what="The nodes">
      {(rows) => (
        <Listing
          label="nodes"
          prefix="n."
          rows={rows}
          columns={COLUMNS}
          rowKey={(row) => row.node}
          first={{ key: 'node', down: false }}
          nothing={<p>No node is known: none has connected, or this kind of gateway cannot be asked for them.</p>}
        />
      )}
    </Asked>
  );
}
