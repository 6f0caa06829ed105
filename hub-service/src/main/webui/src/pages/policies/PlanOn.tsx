import { Button, Flex } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import type { StoredPolicy } from '../../api/answers';
import { askPreview } from '../../api/preview';
import { useConditions } from '../../api/queries';
import { command, yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { Refused, useNewPlan } from '../plans/NewPlan';

/** The next step: a plan of each gateway that the policy reaches, or has reached. */
export function PlanOn({ policy }: { policy: StoredPolicy }) {
  const making = useNewPlan();
  const conditions = useConditions(policy.name);
  const reached = useQuery({
    queryKey: ['policies', policy.name, policy.version, 'reached'],
    queryFn: async ({ signal }) => {
      const asked = await askPreview(yamlOf(policy.document), signal);
      return asked.outcome === 'answered' ? asked.answer.gateways.map((one) => one.gateway) : [];
    },
    staleTime: 60_000,
  });
  const gateways = [...new Set([...(reached.data ?? []), ...(conditions.data ?? []).map((one) => one.gateway)])].sort();
  return (
    <Flex gap={{ default: 'gapSm' }}>
      {gateways.map((gateway) => (
        <Button
          key={gateway}
          variant="secondary"
          onClick={() => making.mutate(gateway)}
          isLoading={making.isPending && making.variables === gateway}
          isDisabled={making.isPending}
        >
          Plan on {gateway}
        </Button>
      ))}
      {gateways.length > 0 && <CopyAs what="command to plan" text={() => gateways.map((gateway) => command('plan', gateway)).join('\n')} />}
      {making.isError && <Refused failure={making.error} onClose={making.reset} />}
    </Flex>
  );
}
