import type { Answers, OwnMessage, PageMessage } from './messages.ts';

/** A worker that was stopped between message and answer never settles its promise. */
const TIMEOUT_MS = 3000;
const PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2000;
const MOST_TRIES = 15;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** For what takes longer than a look-up, or must not be asked again. */
export interface Patience {
  timeoutMs?: number;
  mostTries?: number;
}

function answered(message: unknown, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), timeoutMs);
    chrome.runtime.sendMessage(message).then(
      (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

function isFailure(answer: unknown): answer is { failure: string } {
  return typeof answer === 'object' && answer !== null && 'failure' in answer;
}

/**
 * Sends a message to the background until it answers. Messages carry ids, so asking again is
 * harmless. Throws when the extension was updated under the page or does not answer at all.
 */
export async function ask<Message extends PageMessage | OwnMessage>(
  message: Message,
  { timeoutMs = TIMEOUT_MS, mostTries = MOST_TRIES }: Patience = {},
): Promise<Answers[Message['type']]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await answered(message, timeoutMs);
      if (answer === undefined) throw new Error('no answer');
      if (isFailure(answer)) throw new Error(answer.failure);
      return answer as Answers[Message['type']];
    } catch (error) {
      const isOrphaned = chrome.runtime?.id === undefined;
      if (isOrphaned || attempt >= mostTries) throw error;
      await sleep(Math.min(LONGEST_PAUSE_MS, PAUSE_MS * attempt));
    }
  }
}
