import { problemsIn, type Problem } from '../../api/problem';
import type { Asked } from '../../api/preview';

/** What is known of the text that is being typed. */
export interface Live<A> {
  /** The last answer, which may be of an older text. */
  answer?: A;
  /** Whether the answer is of the text as it stands. */
  fresh: boolean;
  /** What the hub is waited for, if it is. */
  waiting: 'no' | 'answer' | 'turn';
  /** Why there is no answer for the text as it stands. */
  problems: Problem[];
  /** Whether the problems are of the text, and not of the way to the hub. */
  ofText: boolean;
}

export type Ask<A> = (text: string, signal: AbortSignal) => Promise<Asked<A>>;

/** Quiet for so long, and what is typed is asked about. */
export const QUIET_MS = 400;

/** Asked again after so long when the hub could not be reached. */
export const AGAIN_MS = 5_000;

/**
 * Asks about a text while it is typed: the last text only, and one question at a time. The last answer stays
 * until there is a newer one.
 */
export class LiveQuestion<A> {
  private state: Live<A> = { fresh: false, waiting: 'no', problems: [], ofText: false };
  private readonly listeners = new Set<() => void>();
  private text: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;

  constructor(private readonly ask: Ask<A>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly now = (): Live<A> => this.state;

  /** Takes the text as it stands; the first one is asked about at once. */
  type(text: string): void {
    if (text === this.text) {
      return;
    }
    const first = this.text === undefined;
    this.text = text;
    this.stop();
    if (text.trim() === '') {
      this.set({ fresh: false, waiting: 'no', problems: [], ofText: false });
      return;
    }
    this.set({ ...this.state, fresh: false, waiting: 'answer' });
    this.later(text, first ? 0 : QUIET_MS);
  }

  /** Ends what is under way; the text may be typed again. */
  close(): void {
    this.stop();
    this.text = undefined;
  }

  private later(text: string, ms: number): void {
    this.timer = setTimeout(() => void this.go(text), ms);
  }

  private async go(text: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    let asked: Asked<A>;
    try {
      asked = await this.ask(text, running.signal);
    } catch (failure) {
      asked = { outcome: 'failed', problems: problemsIn(failure), again: true };
    }
    // What comes after a newer text was typed is of no interest, the failure of an ended call least of all.
    if (!running.signal.aborted) {
      this.take(text, asked);
    }
  }

  private take(text: string, asked: Asked<A>): void {
    switch (asked.outcome) {
      case 'answered':
        this.set({ answer: asked.answer, fresh: true, waiting: 'no', problems: [], ofText: false });
        break;
      case 'refused':
        this.set({ ...this.state, fresh: false, waiting: 'no', problems: asked.problems, ofText: true });
        break;
      case 'busy':
        this.set({ ...this.state, waiting: 'turn' });
        this.later(text, asked.afterMs);
        break;
      case 'failed':
        this.set({ ...this.state, fresh: false, waiting: 'no', problems: asked.problems, ofText: false });
        if (asked.again) {
          this.later(text, AGAIN_MS);
        }
        break;
    }
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.running?.abort();
  }

  private set(state: Live<A>): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}
