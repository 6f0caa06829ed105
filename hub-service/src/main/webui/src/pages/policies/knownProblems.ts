import { toProblem, type Preview } from '../../api/preview';
import type { Problem } from '../../api/problem';
import type { Live } from './live';

/** Problems that have a place in the text. */
export function known({ answer, fresh, problems, ofText }: Live<Preview>): Problem[] {
  if (ofText) {
    return problems;
  }
  return fresh && answer !== undefined ? answer.problems.map(toProblem) : [];
}
