import { describe, expect, it } from 'vitest';
import { embedded, HubError, problemsIn, problemsOf } from './problem';

describe('problems', () => {
  it('takes code, message, path, value and next step from a problem document', () => {
    const body = {
      type: 'urn:entente:problem:limit-out-of-range',
      title: 'Limit out of range',
      status: 400,
      code: 'LIMIT_OUT_OF_RANGE',
      kind: 'USER',
      detail: 'A page has 1 to 500 records.',
      path: 'limit',
      value: '900',
      nextStep: 'Ask for at most 500.',
      problems: [],
    };

    expect(problemsOf(400, body)).toEqual([
      { code: 'LIMIT_OUT_OF_RANGE', message: 'A page has 1 to 500 records.', path: 'limit', value: '900', nextStep: 'Ask for at most 500.' },
    ]);
  });

  it('keeps every problem where there are several', () => {
    const first = { code: 'A', detail: 'a', nextStep: 'x' };
    const second = { code: 'B', detail: 'b', nextStep: 'y' };

    const codes = problemsOf(400, { ...first, problems: [first, second] }).map((one) => one.code);

    expect(codes).toEqual(['A', 'B']);
  });

  it.each([undefined, null, 'a page of a proxy', 7, []])('says the status where the body is %j', (body) => {
    expect(problemsOf(502, body)[0]).toMatchObject({ code: 'HTTP_502' });
  });

  it('tells a hub that cannot be reached from one that refused', () => {
    expect(problemsIn(new TypeError('Failed to fetch'))[0]?.code).toBe('HUB_UNREACHABLE');
    expect(problemsIn(new HubError(403, [{ code: 'FORBIDDEN', message: 'no' }]))[0]?.code).toBe('FORBIDDEN');
  });

  it('reads a problem inside an answer, and nothing else', () => {
    expect(embedded({ code: 'READ_FAILED', message: 'no route to host' })?.message).toBe('no route to host');
    expect(embedded('READ_FAILED')).toBeUndefined();
  });
});
