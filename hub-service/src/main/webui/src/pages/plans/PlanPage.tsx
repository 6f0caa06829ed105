import { Alert, Content, Flex, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import type { Plan } from '../../api/answers';
import { embedded } from '../../api/problem';
import { usePlan } from '../../api/queries';
import { Asked } from '../../shared/Asked';
import { Badge } from '../../shared/Badge';
import { command, yamlOf } from '../../shared/copy';
import { CopyAs } from '../../shared/CopyAs';
import { count } from '../../shared/numbers';
import { Page } from '../../shared/Page';
import { ProblemBox } from '../../shared/Problems';
import { useUrl } from '../../shared/url';
import { When } from '../../shared/When';
import { Changes } from './Changes';
import { Decided } from './Decided';
import { EffectList } from './EffectList';
import { FidelityTable } from './FidelityTable';
import { Others } from './Others';
import { PlanActions } from './PlanActions';
import { Progress } from './Progress';

/** One plan: what would change, what the translation keeps and loses, approval, and how it went. */
export default function PlanPage() {
  const { id = '' } = useParams();
  const plan = usePlan(id);
  const gateway = plan.data?.gateway;
  return (
    <Page title={gateway ? `Plan for ${gateway}` : 'Plan'} actions={plan.data && <PlanActions plan={plan.data} />}>
      <Asked query={plan} what="The plan">
        {(found) => <Whole plan={found} />}
      </Asked>
    </Page>
  );
}

function Whole({ plan }: { plan: Plan }) {
  const { get, set } = useUrl();
  const tab = get('tab', plan.steps.some((step) => step.state !== 'PLANNED') ? 'steps' : 'changes');
  const why = embedded(plan.reason);
  const fidelity = plan.fidelity ?? [];
  return (
    <div className="stack">
      <Head plan={plan} />
      {why && <ProblemBox problem={why} title={`Plan ${plan.status.toLowerCase()}`} />}
      {plan.empty && (
        <Alert isInline variant="success" title="Nothing would change">
          The gateway holds what the documents say.
        </Alert>
      )}
      <Decided plan={plan} />
      <Others plan={plan} />
      <Tabs activeKey={tab} onSelect={(_, key) => set({ tab: String(key) })} aria-label="Parts of the plan" mountOnEnter unmountOnExit>
        <Tab eventKey="changes" title={<TabTitleText>{`Changes (${count(plan.differences?.length ?? 0)})`}</TabTitleText>}>
          <Changes plan={plan} />
        </Tab>
        <Tab eventKey="effect" title={<TabTitleText>Effect</TabTitleText>}>
          <EffectList plan={plan} />
        </Tab>
        <Tab eventKey="fidelity" title={<TabTitleText>{`Fidelity (${count(fidelity.length)})`}</TabTitleText>}>
          <FidelityTable entries={fidelity} />
        </Tab>
        <Tab eventKey="steps" title={<TabTitleText>{`Steps (${count(plan.steps.length)})`}</TabTitleText>}>
          <Progress plan={plan} />
        </Tab>
      </Tabs>
    </div>
  );
}

function Head({ plan }: { plan: Plan }) {
  return (
    <>
      <Flex gap={{ default: 'gapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
        <Badge state={plan.status} />
        <Link to={`/gateways/${encodeURIComponent(plan.gateway)}`}>{plan.gateway}</Link>
        <code title={plan.hash}>{plan.hash.slice(0, 12)}</code>
        <CopyAs what="CLI command" text={() => command('describe', 'plan', plan.id)} />
        <CopyAs what="YAML" text={() => yamlOf(plan)} />
      </Flex>
      <Content component="small">
        Made <When at={plan.createdAt} /> by {plan.createdBy}
        {plan.approvedAt && (
          <>
            , approved <When at={plan.approvedAt} /> by {plan.approvedBy}
          </>
        )}
        {plan.appliedAt && (
          <>
            , ended <When at={plan.appliedAt} />
          </>
        )}
        .
        {plan.undoOf && (
          <>
            {' '}
            It reverses <Link to={`/plans/${plan.undoOf}`}>plan {plan.undoOf.slice(0, 8)}</Link>.
          </>
        )}
      </Content>
    </>
  );
}
