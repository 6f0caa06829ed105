import { Alert, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import { problemsIn, type Problem } from '../api/problem';

/** Everything that a failed call said, one box for each problem. */
export function Problems({ failure, title }: { failure: unknown; title?: string }) {
  return (
    <div role="alert">
      {problemsIn(failure).map((problem, index) => (
        <ProblemBox key={index} problem={problem} title={title} />
      ))}
    </div>
  );
}

/** One problem: what, where, which value, and what to do. */
export function ProblemBox({ problem, title, tone = 'danger' }: { problem: Problem; title?: string | undefined; tone?: 'danger' | 'warning' }) {
  return (
    <Alert isInline variant={tone} title={title ? `${title}: ${problem.message}` : problem.message} className="problem">
      <DescriptionList isHorizontal isCompact>
        <Term name="Code" text={problem.code} code />
        {problem.path && <Term name="At" text={problem.path} code />}
        {problem.value && <Term name="Value" text={problem.value} code />}
        {problem.nextStep && <Term name="Next step" text={problem.nextStep} />}
      </DescriptionList>
    </Alert>
  );
}

function Term({ name, text, code = false }: { name: string; text: string; code?: boolean }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{code ? <code>{text}</code> : text}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
