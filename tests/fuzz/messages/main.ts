// npm run fuzz:messages [-- --count 1000000 --seed 7]
// Random and changed messages for the background; ends with 1 when one does what it may not.
import { parseArgs } from 'node:util';
import { describeFigures, faultCount } from './figures.ts';
import { runMessages, startBackground } from './run.ts';

const COUNT = '1000000';
const SEED = '7';
const SHOWN_FAILURES = 12;
const PROGRESS_MS = 30_000;

const { values } = parseArgs({
  options: { count: { type: 'string', default: COUNT }, seed: { type: 'string', default: SEED } },
});
const begun = performance.now();
const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
let shownAt = begun;
const figures = await runMessages(await startBackground(), {
  count: Number(values.count),
  seed: Number(values.seed),
  onBatch({ accepted, refused }) {
    if (performance.now() - shownAt < PROGRESS_MS) return;
    shownAt = performance.now();
    console.error(`${accepted + refused} messages, ${seconds()} s`);
  },
});
for (const line of describeFigures(figures)) console.log(line);
console.log(`seed ${values.seed}, ${seconds()} s`);
console.log('What handlers said of what was well formed and could not be done:');
const failures = [...figures.failures].sort(([, a], [, b]) => b - a);
for (const [failure, count] of failures.slice(0, SHOWN_FAILURES)) {
  console.log(`  ${count} × ${failure.slice(0, 120)}`);
}
for (const example of figures.examples) console.error(`  ${example}`);
if (faultCount(figures) > 0) process.exitCode = 1;
