import { Alert, Stack, StackItem } from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OpenDrift, PlanRow, StoredPolicy } from '../../api/answers';
import type { Gateway } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { attention } from './attention';

interface Props {
  gateways: Gateway[];
  plans: UseQueryResult<PlanRow[]>;
  drift: UseQueryResult<OpenDrift[]>;
  policies: UseQueryResult<StoredPolicy[]>;
}

/** Says that nothing waits only when everything that could was read. */
export function AttentionList({ gateways, plans, drift, policies }: Props) {
  return (
    <Asked query={plans} what="The plans">
      {(ofPlans) => (
        <Asked query={drift} what="The drift">
          {(ofDrift) => (
            <Asked query={policies} what="The policies">
              {(ofPolicies) => {
                const found = attention({ gateways, plans: ofPlans, drift: ofDrift, policies: ofPolicies });
                return found.length === 0 ? (
                  <p>Nothing: every read gateway is complete, no plan waits, no drift is open.</p>
                ) : (
                  <Stack hasGutter>
                    {found.map((one) => (
                      <StackItem key={one.key}>
                        <Alert isInline isPlain variant={one.tone} title={one.text} actionLinks={<Link to={one.link}>{one.next}</Link>} />
                      </StackItem>
                    ))}
                  </Stack>
                );
              }}
            </Asked>
          )}
        </Asked>
      )}
    </Asked>
  );
}
