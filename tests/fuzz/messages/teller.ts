/** Hands messages to the background as the browser does, and waits for their answers. */
import type { Sent } from './generate.ts';

export interface Told {
  /** What was answered; undefined when nothing was. */
  answer: unknown;
  answers: number;
  /** What onMessage threw; it never should. */
  thrown: unknown;
}

const LONGEST_WAIT_MS = 60_000;

type OnMessage = typeof import('../../../extension/background/messages.ts').onMessage;

function tell(
  onMessage: OnMessage,
  { message, sender }: Sent,
): { told: Told; done: Promise<void> } {
  const told: Told = { answer: undefined, answers: 0, thrown: undefined };
  const done = new Promise<void>((resolve) => {
    const respond = (answer: unknown) => {
      told.answers += 1;
      told.answer = answer;
      resolve();
    };
    try {
      onMessage(message, sender, respond);
    } catch (error) {
      told.thrown = error;
      resolve();
    }
  });
  return { told, done };
}

/** Tells them all at once; what has no answer after a minute never gets one. */
export async function tellAll(onMessage: OnMessage, sent: readonly Sent[]): Promise<Told[]> {
  const all = sent.map((one) => tell(onMessage, one));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  await Promise.race([Promise.all(all.map(({ done }) => done)), tooLate]);
  clearTimeout(timer);
  return all.map(({ told }) => told);
}

export const isRefused = ({ answer }: Told): boolean =>
  (answer as { failure?: unknown } | null)?.failure === 'refused';

export function failureOf({ answer }: Told): string | null {
  const { failure } = (answer ?? {}) as { failure?: unknown };
  return typeof failure === 'string' && failure !== 'refused' ? failure : null;
}
