import { withBrowser } from '../e2e/support.ts';
import { type Outcome, outcomeOf } from './counted.ts';
import { answer, openTeller } from './teller.ts';

/** Tellings under way at once in each tab. */
const WIDTH = 8;

/** Several tabs tell at the same time; each of their answers also comes a second time. */
export async function concurrent(tabs: number, each: number): Promise<Outcome> {
  return withBrowser(async (browser) => {
    const tellers = [];
    for (let tab = 0; tab < tabs; tab++) tellers.push(await openTeller(browser));
    const answers = tellers.map((_, tab) =>
      Array.from({ length: each }, (_, index) => answer(`tab${tab}-${index}`, index)),
    );
    const again = answers.map((list) => [...list, ...list.slice(0, each / 10)]);
    const told = await Promise.all(
      tellers.map((teller, tab) => teller.tellAll(again[tab] ?? [], WIDTH)),
    );
    const ids = [...new Set(told.flat())];
    const outcome = outcomeOf(await browser.storage(), ids);
    return { ...outcome, lost: outcome.lost + (tabs * each - ids.length) };
  });
}
