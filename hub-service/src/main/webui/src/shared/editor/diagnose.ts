import { parseAllDocuments } from 'yaml';
import type { Problem } from '../../api/problem';
import { rangeOf } from '../problemPlace';

/** A stretch of a document with something wrong in it. */
export interface Mark {
  from: number;
  to: number;
  message: string;
}

/** What is wrong and where: first what is no YAML, then what the hub says. A problem without a place is left out. */
export function diagnose(text: string, problems: Problem[]): Mark[] {
  const parsed = parseAllDocuments(text, { logLevel: 'silent' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const broken = documents.flatMap((document) =>
    document.errors.map((error) => ({
      from: Math.min(error.pos[0], text.length),
      to: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
      message: error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? error.message,
    })),
  );
  const said = problems.flatMap((problem): Mark[] => {
    const range = problem.path === undefined ? undefined : rangeOf(text, problem.path);
    const next = problem.nextStep === undefined ? '' : ` ${problem.nextStep}`;
    return range === undefined ? [] : [{ from: range.from, to: range.to, message: `${problem.message}.${next} (${problem.code})` }];
  });
  return [...broken, ...said];
}
