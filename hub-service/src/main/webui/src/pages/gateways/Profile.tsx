import { Content } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { answered, hub, type Schemas } from '../../api/hub';
import { Asked } from '../../shared/Asked';
import { Found } from './TestResult';

/** What the gateway says of itself now; asked when looked at, and not again and again. */
export function Profile({ gateway, vendor }: { gateway: string; vendor: string }) {
  const profile = useQuery({
    queryKey: ['gateways', gateway, 'profile'],
    queryFn: () => answered<Schemas['Found']>(hub.GET('/api/gateways/{gateway}/profile', { params: { path: { gateway } } })),
    staleTime: 60_000,
  });
  return (
    <div className="stack">
      <Asked query={profile} what="The profile">
        {(found) => <Found found={found} />}
      </Asked>
      <Content component="small">
        {vendor === 'envoy'
          ? 'As its Envoys told when they connected; with several builds the lowest version, and only what all of them can do.'
          : 'As the gateway answers now. What policies come to depends on it.'}
      </Content>
    </div>
  );
}
