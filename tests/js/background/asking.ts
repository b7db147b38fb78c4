/** The background as messages reach it, over a browser in memory. */
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { startBackground } from '../../fuzz/messages/run.ts';
import { ownPage, sitePage } from '../../fuzz/messages/senders.ts';
import { tellAll } from '../../fuzz/messages/teller.ts';
import { agreement } from '../../fuzz/messages/valid-messages.ts';

export const background = await startBackground();
export const { browser } = background;
export const chatgpt = sitePage('chatgpt', 1);
export const refused = { failure: 'refused' };

export async function ask(message: unknown, sender = chatgpt): Promise<unknown> {
  const [told] = await tellAll(background.onMessage, [{ message, sender, isMutated: false }]);
  await background.settle();
  return told?.answer;
}

/** The ledger is empty, and counting is agreed to. */
export async function begin(): Promise<void> {
  await ask({ type: 'ledger/erase' }, ownPage);
  await ask(agreement, ownPage);
}

export const finished = (one: CountedExchange) => ({ type: 'exchange/finished', exchange: one });
export const progressed = (one: CountedExchange) => ({
  type: 'exchange/progressed',
  exchange: one,
});
export const failureOf = (answer: unknown) => (answer as { failure?: string }).failure;
export const isRefused = (answer: unknown) => failureOf(answer) === 'refused';

export function requestsOf(date: string): number {
  const day = browser.local.items.get(`day:${date}`) as { parts: unknown[][][][] } | undefined;
  return Number(day?.parts[0]?.[2]?.[0]?.[4] ?? 0);
}
