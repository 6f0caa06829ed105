import { Content, Pagination, Progress as Bar } from '@patternfly/react-core';
import { Table, Tbody, Td, Tr } from '@patternfly/react-table';
import type { Plan, PlanStep, Tree } from '../../api/answers';
import { embedded } from '../../api/problem';
import { Badge } from '../../shared/Badge';
import { Heads } from '../../shared/Heads';
import { pageOf } from '../../shared/listing';
import { ProblemBox } from '../../shared/Problems';
import { field, list, shown, text } from '../../shared/tree';
import { useUrl } from '../../shared/url';

const SIZE = 100;

/** The steps with their states, and what the gateway's nodes came to. */
export function Progress({ plan }: { plan: Plan }) {
  const { get, set } = useUrl();
  const done = plan.steps.filter((step) => step.state === 'DONE').length;
  const page = pageOf(plan.steps, Number(get('step-page', '1')), SIZE);
  return (
    <div className="stack" aria-live={plan.status === 'APPLYING' ? 'polite' : 'off'}>
      {plan.status !== 'PROPOSED' && plan.steps.length > 0 && (
        <Bar
          value={(100 * done) / plan.steps.length}
          title="Steps written"
          label={`${done} of ${plan.steps.length}`}
          valueText={`${done} of ${plan.steps.length} steps`}
          {...(plan.status === 'FAILED' ? { variant: 'danger' as const } : {})}
        />
      )}
      {page.last > 1 && (
        <Pagination itemCount={plan.steps.length} perPage={SIZE} perPageOptions={[]} page={page.number} onSetPage={(_, number) => set({ 'step-page': String(number) })} isCompact titles={{ paginationAriaLabel: 'Pages of steps' }} />
      )}
      {plan.steps.length === 0 ? (
        <Content component="p">There is nothing to write.</Content>
      ) : (
        <Table aria-label="Steps" variant="compact">
          <Heads names={['Step', 'Object', 'Action', 'State', 'Made known']} />
          <Tbody>
            {page.rows.map((step) => (
              <Tr key={step.number}>
                <Td dataLabel="Step">{step.number}</Td>
                <Td dataLabel="Object" modifier="breakWord">
                  <code>{step.object}</code>
                </Td>
                <Td dataLabel="Action">{step.action.toLowerCase()}</Td>
                <Td dataLabel="State">
                  <Badge state={step.state} />
                </Td>
                <Td dataLabel="Made known">
                  {step.outputs && <code>{shown(step.outputs)}</code>}
                  <Why step={step} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Nodes plan={plan} />
    </div>
  );
}

/** Why a step did not land, with what to do. */
function Why({ step }: { step: PlanStep & { reason?: Tree } }) {
  const why = embedded(step.reason);
  return why && <ProblemBox problem={why} />;
}

function Nodes({ plan }: { plan: Plan }) {
  const nodes = list(plan.convergence);
  return nodes.length === 0 ? null : (
    <Table aria-label="What the nodes came to" variant="compact">
      <Heads names={['Node', 'State', 'Version', 'Message']} />
      <Tbody>
        {nodes.map((node) => (
          <Tr key={text(field(node, 'node')) + text(field(node, 'since'))}>
            <Td dataLabel="Node">{text(field(node, 'node'))}</Td>
            <Td dataLabel="State">
              <Badge state={text(field(node, 'state'))} />
            </Td>
            <Td dataLabel="Version">{text(field(node, 'version'))}</Td>
            <Td dataLabel="Message">{text(field(node, 'message'))}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
