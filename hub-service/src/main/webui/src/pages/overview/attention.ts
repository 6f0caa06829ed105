import type { OpenDrift, PlanRow, StoredPolicy } from '../../api/answers';
import type { Gateway } from '../../api/queries';
import { plural } from '../../shared/numbers';
import { reported } from '../drift/deciding';

/** One thing that waits for a person, and where it is dealt with. */
export interface Attention {
  key: string;
  tone: 'danger' | 'warning' | 'info';
  text: string;
  /** What to do, in a word or two; leads to where it is done. */
  next: string;
  link: string;
}

interface Known {
  gateways: Gateway[];
  plans: PlanRow[];
  drift: OpenDrift[];
  policies: StoredPolicy[];
}

/** What waits for a person now, worst first. Of each gateway only the newest plan counts. */
export function attention({ gateways, plans, drift, policies }: Known): Attention[] {
  const all = [
    ...gateways.flatMap(ofGateway),
    ...newest(plans).flatMap(ofPlan),
    ...ofDrift(drift),
    ...policies.flatMap(ofPolicy),
  ];
  const rank = { danger: 0, warning: 1, info: 2 };
  return all.sort((a, b) => rank[a.tone] - rank[b.tone]);
}

/** The newest plan of each gateway. */
export function newest(plans: PlanRow[]): PlanRow[] {
  const found = new Map<string, PlanRow>();
  for (const plan of plans) {
    const known = found.get(plan.gateway);
    if (known === undefined || known.createdAt < plan.createdAt) {
      found.set(plan.gateway, plan);
    }
  }
  return [...found.values()];
}

function ofGateway(gateway: Gateway): Attention[] {
  const read = gateway.lastRead;
  const link = `/gateways/${encodeURIComponent(gateway.name)}`;
  if (read === null) {
    return [{ key: `gateway ${gateway.name}`, tone: 'info', text: `${gateway.name} was not read yet`, next: 'Read it now', link }];
  }
  if (read.outcome === 'COMPLETE') {
    return [];
  }
  const how = read.outcome === 'FAILED' ? 'could not be read' : 'was read only in part';
  return [
    {
      key: `gateway ${gateway.name}`,
      tone: read.outcome === 'FAILED' ? 'danger' : 'warning',
      text: `${gateway.name} ${how}${read.why ? `: ${read.why.message}` : ''}`,
      next: read.failure === 'NO_PERMISSION' ? 'Mend its credential' : 'See why',
      link: read.failure === 'NO_PERMISSION' && gateway.vendor !== 'envoy' ? `${link}?tab=credential` : link,
    },
  ];
}

function ofPlan(plan: PlanRow): Attention[] {
  const link = `/plans/${encodeURIComponent(plan.id)}`;
  const key = `plan ${plan.id}`;
  if (plan.status === 'PROPOSED' && !plan.empty) {
    const text = `A plan for ${plan.gateway} with ${plural(plan.steps, 'step')} waits for approval`;
    return [{ key, tone: 'info', text, next: 'Look at it and approve', link }];
  }
  if (plan.status === 'APPROVED') {
    return [{ key, tone: 'info', text: `A plan for ${plan.gateway} is approved and waits to be applied`, next: 'Apply it', link }];
  }
  if (plan.status === 'FAILED' || plan.status === 'INTERRUPTED') {
    const text = `The last plan for ${plan.gateway} ${plan.status === 'FAILED' ? 'failed' : 'was interrupted'}`;
    return [{ key, tone: 'danger', text, next: 'See at which step', link }];
  }
  if (plan.status === 'STALE') {
    const text = `The last plan for ${plan.gateway} is stale: something moved after it was made`;
    return [{ key, tone: 'warning', text, next: 'Plan again', link }];
  }
  return [];
}

function ofDrift(drift: OpenDrift[]): Attention[] {
  const counts = new Map<string, number>();
  reported(drift).forEach((one) => counts.set(one.gateway, (counts.get(one.gateway) ?? 0) + 1));
  return [...counts].map(([gateway, number]) => ({
    key: `drift ${gateway}`,
    tone: 'warning',
    text: `${plural(number, 'place')} of ours on ${gateway} ${number === 1 ? 'was' : 'were'} changed by somebody else`,
    next: 'Heal, adopt or ignore',
    link: `/drift?gateway=${encodeURIComponent(gateway)}`,
  }));
}

function ofPolicy(policy: StoredPolicy): Attention[] {
  const paths = policy.unmatchedTargets ?? [];
  return paths.length === 0
    ? []
    : [
        {
          key: `policy ${policy.name}`,
          tone: 'warning',
          text: `${plural(paths.length, 'target')} of policy ${policy.name} ${paths.length === 1 ? 'reaches' : 'reach'} no route`,
          next: 'Mend its targets',
          link: `/policies/${encodeURIComponent(policy.name)}`,
        },
      ];
}
