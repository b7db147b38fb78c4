import type { Answers, OwnMessage, PageMessage } from './messages.ts';

/** A worker that was stopped between message and answer never settles its promise. */
const TIMEOUT_MS = 3000;
const PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2000;
const MOST_TRIES = 15;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function answered(message: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
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
): Promise<Answers[Message['type']]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await answered(message);
      if (answer === undefined) throw new Error('no answer');
      if (isFailure(answer)) throw new Error(answer.failure);
      return answer as Answers[Message['type']];
    } catch (error) {
      const isOrphaned = chrome.runtime?.id === undefined;
      if (isOrphaned || attempt >= MOST_TRIES) throw error;
      await sleep(Math.min(LONGEST_PAUSE_MS, PAUSE_MS * attempt));
    }
  }
}
