import { hub, type Schemas } from './hub';
import { problemsOf, type Problem } from './problem';

export type Preview = Schemas['PolicyPreview'];
export type GatewayPreview = Schemas['GatewayPreview'];
export type PreviewProblem = Schemas['ProblemView'];

/** What came of asking for a preview. */
export type Asked<A> =
  | { outcome: 'answered'; answer: A }
  /** Nothing of the text can be judged as it stands. */
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'busy'; afterMs: number }
  /** `again` where asking once more may help. */
  | { outcome: 'failed'; problems: Problem[]; again: boolean };

/** A problem inside an answer, as the console's pieces take it. */
export function toProblem({ code, message, path, value, nextStep }: PreviewProblem): Problem {
  return { code, message, nextStep, ...(path === null ? {} : { path }), ...(value === null ? {} : { value }) };
}

/** Asks the hub what a text of policies would come to; it stores nothing. */
export async function askPreview(text: string, signal: AbortSignal): Promise<Asked<Preview>> {
  const { data, error, response } = await hub.POST('/api/policies/preview', {
    body: text as never,
    bodySerializer: (body: unknown) => body as string,
    headers: { 'Content-Type': 'application/yaml' },
    signal,
  });
  if (response.ok && data !== undefined) {
    return { outcome: 'answered', answer: data };
  }
  if (response.status === 429) {
    return { outcome: 'busy', afterMs: 1_000 * Math.max(1, Number(response.headers.get('Retry-After')) || 1) };
  }
  const problems = problemsOf(response.status, error);
  return response.status === 400 || response.status === 413
    ? { outcome: 'refused', problems }
    : { outcome: 'failed', problems, again: response.status >= 500 };
}
