import { Button } from '@patternfly/react-core';
import type { Problem } from '../api/problem';
import { lineOf } from './problemPlace';
import { ProblemBox } from './Problems';

interface Props {
  text: string;
  problems: Problem[];
  goTo: (line: number) => void;
  /** Whether they come unasked, while one types. */
  quiet?: boolean;
}

/** What the hub refused in a text, each with its line. */
export function PlacedProblems({ text, problems, goTo, quiet = false }: Props) {
  if (problems.length === 0) {
    return null;
  }
  return (
    <div role={quiet ? undefined : 'alert'}>
      {problems.map((problem, index) => {
        const line = problem.path === undefined ? undefined : lineOf(text, problem.path);
        return (
          <div key={index}>
            <ProblemBox problem={problem} title={line === undefined ? undefined : `Line ${line}`} tone={quiet ? 'warning' : 'danger'} />
            {line !== undefined && (
              <Button variant="link" size="sm" isInline onClick={() => goTo(line)}>
                Go to line {line}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}
