import type { ReactiveControllerHost } from 'lit';
import { type Failure, failureOf } from '../../core/failure.ts';

/** What an element asked last, and what came of it; the element is drawn anew with each change. */
export interface Answering<Question, Answer> {
  /** The last that came, also while a newer question is worked out; null before the first. */
  readonly answer: Answer | null;
  /** Why there is none to what was asked last. */
  readonly failure: Failure | null;
  /** What is shown is of an earlier question. */
  readonly isAsking: boolean;
  /** What comes back to an older question from here on is dropped. */
  ask(question: Question): Promise<void>;
  /** Something around the questions went wrong. */
  refuse(error: unknown): void;
}

export function answering<Question, Answer>(
  host: Pick<ReactiveControllerHost, 'requestUpdate'>,
  work: (question: Question) => Promise<Answer>,
): Answering<Question, Answer> {
  let asked = 0;
  const state = {
    answer: null as Answer | null,
    failure: null as Failure | null,
    isAsking: false,
  };
  const set = (change: Partial<typeof state>) => {
    Object.assign(state, change);
    host.requestUpdate();
  };
  return Object.assign(state, {
    async ask(question: Question): Promise<void> {
      asked += 1;
      const mine = asked;
      set({ isAsking: true });
      try {
        const answer = await work(question);
        if (mine === asked) set({ answer, failure: null, isAsking: false });
      } catch (error) {
        if (mine === asked) set({ failure: failureOf(error), isAsking: false });
      }
    },
    refuse: (error: unknown) => set({ failure: failureOf(error) }),
  });
}
