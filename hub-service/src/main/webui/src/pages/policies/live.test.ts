import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asked } from '../../api/preview';
import { AGAIN_MS, LiveQuestion, QUIET_MS } from './live';

interface Call {
  text: string;
  signal: AbortSignal;
  answer: (asked: Asked<string>) => void;
  fail: (failure: unknown) => void;
}

describe('a question that is asked while one types', () => {
  const calls: Call[] = [];
  const question = () =>
    new LiveQuestion<string>(
      (text, signal) => new Promise((answer, fail) => calls.push({ text, signal, answer, fail })),
    );
  const call = (at: number): Call => {
    const found = calls[at];
    if (found === undefined) {
      throw new Error(`only ${calls.length} calls`);
    }
    return found;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    calls.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  it('asks about the first text at once and about others after a pause', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls.map((one) => one.text)).toEqual(['a']);
    live.type('ab');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    live.type('abc');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls.map((one) => one.text)).toEqual(['a', 'abc']);
  });

  it('ends the older question and never shows its answer', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    live.type('b');
    expect(call(0).signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    call(1).answer({ outcome: 'answered', answer: 'of b' });
    call(0).answer({ outcome: 'answered', answer: 'of a' });
    await vi.advanceTimersByTimeAsync(0);
    expect(live.now()).toMatchObject({ answer: 'of b', fresh: true, waiting: 'no' });
  });

  it('keeps the old answer, marked, until there is a newer one', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    call(0).answer({ outcome: 'answered', answer: 'of a' });
    await vi.advanceTimersByTimeAsync(0);
    live.type('b');
    expect(live.now()).toMatchObject({ answer: 'of a', fresh: false, waiting: 'answer' });
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    call(1).answer({ outcome: 'refused', problems: [{ code: 'X', message: 'no' }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(live.now()).toMatchObject({ answer: 'of a', fresh: false, waiting: 'no', ofText: true });
    expect(live.now().problems).toHaveLength(1);
  });

  it('waits for its turn where the hub is busy, and asks again', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    call(0).answer({ outcome: 'busy', afterMs: 2_000 });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(live.now().waiting).toBe('turn');
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls.map((one) => one.text)).toEqual(['a', 'a']);
  });

  it('asks again by itself when the hub was not reached', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    call(0).fail(new TypeError('fetch failed'));
    await vi.advanceTimersByTimeAsync(0);
    expect(live.now()).toMatchObject({ ofText: false, problems: [{ code: 'HUB_UNREACHABLE' }] });
    await vi.advanceTimersByTimeAsync(AGAIN_MS);
    expect(calls).toHaveLength(2);
  });

  it('does not ask again what the token may not ask', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    call(0).answer({ outcome: 'failed', problems: [{ code: 'FORBIDDEN', message: 'no' }], again: false });
    await vi.advanceTimersByTimeAsync(10 * AGAIN_MS);
    expect(calls).toHaveLength(1);
    expect(live.now()).toMatchObject({ waiting: 'no', ofText: false });
  });

  it('asks nothing about an empty text and forgets what was', async () => {
    const live = question();
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    call(0).answer({ outcome: 'answered', answer: 'of a' });
    await vi.advanceTimersByTimeAsync(0);
    live.type('  \n');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(live.now().answer).toBeUndefined();
    expect(calls).toHaveLength(1);
  });

  it('asks nothing after it was closed, and again when it is used again', async () => {
    const live = question();
    live.type('a');
    live.close();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(calls).toHaveLength(0);
    live.type('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(1);
  });

  it('does not ask twice about one text', async () => {
    const live = question();
    live.type('a');
    live.type('a');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(calls).toHaveLength(1);
  });
});
