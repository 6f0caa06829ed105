/** One thing that is wrong, as the hub says it. */
export interface Problem {
  code: string;
  message: string;
  path?: string;
  value?: string;
  nextStep?: string;
}

/** An answer of the hub that is no success; `problems` is never empty. */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly status: number,
    readonly problems: Problem[],
  ) {
    super(problems.map((problem) => `${problem.code}: ${problem.message}`).join('; '));
  }
}

type Body = Record<string, unknown>;

/** The problems of an answer's body; where it is no problem document, the status says what is known. */
export function problemsOf(status: number, body: unknown): Problem[] {
  if (isObject(body) && typeof body['code'] === 'string') {
    const several = Array.isArray(body['problems']) ? body['problems'].filter(isObject) : [];
    return (several.length > 0 ? several : [body]).map(one);
  }
  return [
    {
      code: `HTTP_${status}`,
      message: `The hub answered with status ${status} and no problem document.`,
      nextStep: 'Something between this page and the hub may have answered instead of it; look at the hub’s log.',
    },
  ];
}

/** What went wrong, whatever was thrown. */
export function problemsIn(failure: unknown): Problem[] {
  if (failure instanceof HubError) {
    return failure.problems;
  }
  if (failure instanceof TypeError) {
    return [
      {
        code: 'HUB_UNREACHABLE',
        message: 'The hub does not answer.',
        nextStep: 'See whether it runs (./run) and can be reached from here; this page tries again by itself.',
      },
    ];
  }
  return [{ code: 'CONSOLE_FAILED', message: String(failure), nextStep: 'Load the page again.' }];
}

/** A problem as it stands inside an answer, such as why a read failed. */
export function embedded(value: unknown): Problem | undefined {
  return isObject(value) && typeof value['code'] === 'string' ? one(value) : undefined;
}

function one(body: Body): Problem {
  const problem: Problem = {
    code: text(body['code']) ?? 'UNKNOWN',
    message: text(body['detail']) ?? text(body['message']) ?? text(body['title']) ?? '',
  };
  const path = text(body['path']);
  const value = text(body['value']);
  const nextStep = text(body['nextStep']);
  return {
    ...problem,
    ...(path ? { path } : {}),
    ...(value ? { value } : {}),
    ...(nextStep ? { nextStep } : {}),
  };
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
