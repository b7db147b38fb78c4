/** `npm run torture [-- NAME…]`: what may happen to a ledger, at length, in figures. */
import { concurrent } from './concurrent.ts';
import { corrupt } from './corrupt.ts';
import { killBrowser } from './kill-browser.ts';
import { killWorker } from './kill-worker.ts';
import { tenYears } from './ten-years.ts';

const RUNS: Record<string, { what: string; run: () => Promise<object> }> = {
  'kill-worker': { what: '1,000 stops of the service worker', run: () => killWorker(1000) },
  'kill-browser': { what: '200 kills of the browser', run: () => killBrowser(200) },
  corrupt: { what: '50 damaged stores', run: () => corrupt(50) },
  concurrent: { what: '4 tabs with 1,000 answers each', run: () => concurrent(4, 1000) },
  'ten-years': { what: '10 years, 4 models a day', run: () => tenYears(3653, 9) },
};

const asked = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = asked.filter((name) => !(name in RUNS));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: not one of ${Object.keys(RUNS).join(', ')}\n`);
  process.exit(2);
}
const names = asked.length === 0 ? Object.keys(RUNS) : asked;

function isBad(outcome: object): boolean {
  const { lost = 0, duplicated = 0, blank = 0 } = outcome as Record<string, number>;
  return lost !== 0 || duplicated !== 0 || blank !== 0;
}

let hasFailed = false;
for (const name of names) {
  const { what, run } = RUNS[name] as (typeof RUNS)[string];
  const begun = Date.now();
  const outcome = await run();
  hasFailed ||= isBad(outcome);
  const figures = Object.entries(outcome).map(
    ([key, value]) => `${key} ${Math.round(value * 100) / 100}`,
  );
  const seconds = Math.round((Date.now() - begun) / 1000);
  process.stdout.write(`${what}: ${figures.join(', ')} (${seconds} s)\n`);
}
process.exit(hasFailed ? 1 : 0);
