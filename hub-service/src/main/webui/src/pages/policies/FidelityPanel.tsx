import { Content, Title } from '@patternfly/react-core';
import { toProblem, type Preview } from '../../api/preview';
import { ProblemBox } from '../../shared/Problems';
import { GatewayCard } from './GatewayCard';
import type { Live } from './live';

/** What the policies that are being typed would come to, gateway by gateway. */
export function FidelityPanel({ live }: { live: Live<Preview> }) {
  const { answer, fresh } = live;
  return (
    <section aria-label="Fidelity per gateway" aria-busy={live.waiting !== 'no'} className="stack">
      <Title headingLevel="h2" size="lg">
        Fidelity per gateway
      </Title>
      <p role="status" className="live-status">
        {status(live)}
      </p>
      {(live.ofText ? [] : live.problems).map((problem) => (
        <ProblemBox key={problem.code + problem.path} problem={problem} tone="warning" title={problem.path} />
      ))}
      {answer && (
        <div className={fresh ? 'stack answer' : 'stack answer older'}>
          <Unplaced answer={answer} />
          {answer.gateways.map((gateway) => (
            <GatewayCard key={gateway.gateway} gateway={gateway} several={answer.policies.length > 1} names={answer.policies.map((one) => one.name)} />
          ))}
        </div>
      )}
    </section>
  );
}

/** What does not reach a gateway at all. */
function Unplaced({ answer }: { answer: Preview }) {
  return (
    <>
      <Content component="small">
        {answer.policies
          .map((one) => (one.changed ? `${one.name} becomes version ${one.version}` : `${one.name} is stored just so, as version ${one.version}`))
          .join('; ')}
        .
      </Content>
      {answer.problems.map((problem, index) => (
        <ProblemBox key={index} problem={toProblem(problem)} title={problem.path ?? undefined} />
      ))}
      {answer.policies
        .filter((policy) => policy.unmatchedTargets.length > 0)
        .map((policy) => (
          <ProblemBox
            key={policy.name}
            tone="warning"
            problem={{
              code: 'TARGET_UNMATCHED',
              message: `A target of ${policy.name} reaches no route of any gateway.`,
              path: policy.unmatchedTargets.join(', '),
              nextStep: 'Look at the names and labels in the estate, or store it for an API that is still to come.',
            }}
          />
        ))}
      {answer.gateways.length === 0 && <Content component="p">No gateway has a route that these policies reach.</Content>}
    </>
  );
}

/** One line of always the same height, so that nothing jumps. */
function status({ answer, fresh, waiting, ofText }: Live<Preview>): string {
  const older = answer === undefined ? '' : ' What is shown is of an older text.';
  if (waiting === 'turn') {
    return `The hub is busy; asking again soon.${older}`;
  }
  if (waiting === 'answer') {
    return `Asking the hub.${older}`;
  }
  if (fresh) {
    return 'As the text stands. Nothing is stored.';
  }
  return ofText ? `The text cannot be judged as it stands.${older}` : older.trim();
}
