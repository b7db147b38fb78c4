// One engine on one file, in a process of its own: node engine.mjs gramme|readline FILE
// Prints seconds and peak memory.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';

const BLOCK_BYTES = 1 << 20;
const [engine, file] = process.argv.slice(2);

const engines = {
  /** What `gramme calibrate` does. */
  async gramme() {
    const { loadGramme } = await import(new URL('../../dist/node.mjs', import.meta.url).href);
    const gramme = await loadGramme();
    const parts = createReadStream(file, { highWaterMark: BLOCK_BYTES });
    await gramme.calibrate([{ name: basename(file), parts }]);
  },
  /** What Node brings along: cuts lines, wrongly within quotes, and reads nothing of them. */
  async readline() {
    const input = createReadStream(file, { highWaterMark: BLOCK_BYTES });
    let lines = 0;
    for await (const _ of createInterface({ input })) lines++;
    if (lines === 0) throw new Error('an empty file');
  },
};

const start = performance.now();
await engines[engine]();
const seconds = (performance.now() - start) / 1000;
process.stdout.write(
  `${JSON.stringify({ seconds, peakKilobytes: process.resourceUsage().maxRSS })}\n`,
);
