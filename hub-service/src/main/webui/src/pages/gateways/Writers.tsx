import { Alert, List, ListItem } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { Problems } from '../../shared/Problems';

/** Tools that were recognised to write to the gateway as well; nothing where there are none. */
export function Writers({ gateway }: { gateway: string }) {
  const writers = useQuery({
    queryKey: ['gateways', gateway, 'writers'],
    queryFn: () => answered<Schemas['ForeignWriter'][]>(hub.GET('/api/gateways/{gateway}/writers', { params: { path: { gateway } } })),
    refetchInterval: 30_000,
  });
  if (writers.isError) {
    return <Problems failure={writers.error} title="Who else writes is not known" />;
  }
  return writers.data === undefined || writers.data.length === 0 ? null : (
    <Alert isInline variant="warning" title="Who else writes to this gateway">
      <List>
        {writers.data.map((one) => (
          <ListItem key={one.kind + one.evidence}>
            {one.kind}: {one.evidence}; it overwrites {one.wouldOverwrite}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
}
