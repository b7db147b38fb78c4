import { type Failure, failureOf } from './failure.ts';

export interface Asking<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  take(answer: Answer): void;
  refuse(failure: Failure): void;
}

/** Asks, and drops what comes back after a newer question was asked. */
export function latestOnly<Question, Answer>({
  ask,
  take,
  refuse,
}: Asking<Question, Answer>): (question: Question) => Promise<void> {
  let asked = 0;
  return async (question) => {
    asked += 1;
    const mine = asked;
    try {
      const answer = await ask(question);
      if (mine === asked) take(answer);
    } catch (error) {
      if (mine === asked) refuse(failureOf(error));
    }
  };
}
