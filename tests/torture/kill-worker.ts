import { newRandom } from '../../bench/random.ts';
import { withBrowser } from '../e2e/support.ts';
import { type Outcome, outcomeOf } from './counted.ts';
import { answer, openTeller } from './teller.ts';

/** The worker is stopped at a random instant of each telling. */
const LATEST_KILL_MS = 12;
/** A stop may never be acknowledged while the worker is just starting. */
const STOP_MS = 1000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function killWorker(kills: number): Promise<Outcome> {
  const random = newRandom(11);
  return withBrowser(async (browser) => {
    const teller = await openTeller(browser);
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
    const stopper = await browser.context.newCDPSession(page);
    await stopper.send('ServiceWorker.enable');
    const ids: string[] = [];
    for (let index = 0; index < kills; index++) {
      const id = `kill-${index}`;
      const telling = teller.tellAll([answer(id, index)]);
      await sleep(random() * LATEST_KILL_MS);
      await Promise.race([stopper.send('ServiceWorker.stopAllWorkers'), sleep(STOP_MS)]);
      ids.push(...(await telling));
    }
    const outcome = outcomeOf(await browser.storage(), ids);
    return { ...outcome, lost: outcome.lost + (kills - ids.length) };
  });
}
