import { type Failure, failureOf } from './failure.ts';

export interface Asking<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  /** From here on, until one of the next two, something is being worked out. */
  begin(): void;
  take(answer: Answer): void;
  refuse(failure: Failure): void;
}

/** Asks, and drops what comes back after a newer question was asked. */
export function latestOnly<Question, Answer>({
  ask,
  begin,
  take,
  refuse,
}: Asking<Question, Answer>): (question: Question) => Promise<void> {
  let asked = 0;
  return async (question) => {
    asked += 1;
    const mine = asked;
    begin();
    try {
      const answer = await ask(question);
      if (mine === asked) take(answer);
    } catch (error) {
      if (mine === asked) refuse(failureOf(error));
    }
  };
}
