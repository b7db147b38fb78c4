import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from './api.ts';
import { type Asked, ask, type Target } from './ask.ts';
import { Failure } from './failure.ts';

const MILLISECONDS_PER_SECOND = 1000;
const FIRST_PAUSE_SECONDS = 0.5;
const LONGEST_PAUSE_SECONDS = 30;
/** Who asks for more patience than this is given up. */
const LONGEST_RETRY_AFTER_SECONDS = 60;

export interface Patience {
  retries: number;
  timeoutSeconds: number;
  /** Aborted when the user ends the command. */
  stop: AbortSignal;
  /** Told before each pause. */
  onPause(failure: Failure, seconds: number): void;
}

export type Attempted = Asked & { attempts: number };

const cancelled = () => new Failure('cancelled', 'ended by the user');

/** One attempt, with an end of its own. */
async function attempt(target: Target, question: Question, patience: Patience): Promise<Asked> {
  const { timeoutSeconds, stop } = patience;
  if (stop.aborted) throw cancelled();
  const controller = new AbortController();
  const end = () => controller.abort(cancelled());
  const late = new Failure('timed_out', `no whole answer within ${timeoutSeconds} s (--timeout)`);
  const timer = setTimeout(() => controller.abort(late), timeoutSeconds * MILLISECONDS_PER_SECOND);
  stop.addEventListener('abort', end, { once: true });
  try {
    return await ask(target, question, controller.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
    // Closes the connection of an attempt that failed in the middle.
    controller.abort();
  }
}

/** What the server asks for, else twice as long each time, between half of it and the whole. */
function pauseSeconds({ details }: Failure, attempts: number): number {
  const { retryAfterSeconds: asked } = details;
  if (asked !== undefined) return asked;
  const whole = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (attempts - 1));
  return whole * (0.5 + Math.random() / 2);
}

/**
 * Asks until there is an answer, patience ends or asking again is of no use. An answer that broke off
 * or came too late is not asked for again: it may have been paid for.
 */
export async function askPatiently(
  target: Target,
  question: Question,
  patience: Patience,
): Promise<Attempted> {
  for (let attempts = 1; ; attempts++) {
    try {
      return { ...(await attempt(target, question, patience)), attempts };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const isWorthIt = error.details.isWorthRetrying === true && attempts <= patience.retries;
      if (!isWorthIt) throw error;
      const seconds = pauseSeconds(error, attempts);
      if (seconds > LONGEST_RETRY_AFTER_SECONDS) {
        const wish = `${error.message}: asks to wait ${Math.ceil(seconds)} s`;
        throw new Failure(error.reason, wish, error.details);
      }
      patience.onPause(error, seconds);
      const { stop: signal } = patience;
      await sleep(seconds * MILLISECONDS_PER_SECOND, undefined, { signal }).catch(() => {
        throw cancelled();
      });
    }
  }
}
