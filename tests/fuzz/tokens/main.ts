// npm run fuzz:tokens [-- --strings 1000000 --seed N]
// Counts, ids and streams of random texts, beside npm tiktoken; ends with 1 on any difference.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPeers } from '../../../bench/tokens/engine.ts';
import { loadGramme } from '../../../web/core/node.ts';
import type { Share, ShareResult } from './worker.ts';

const STRINGS = '1000000';
const SEED = '1';
/** What tiktoken offers of what Gramme counts exactly. */
const COMPARED = ['o200k_base', 'cl100k_base', 'p50k_base', 'r50k_base'];

function runInProcess(share: Share): Promise<ShareResult> {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const child = fork(file, { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.on('message', (result) => resolve(result as ShareResult));
    child.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    child.send(share);
  });
}

async function offeredEncodings(): Promise<string[]> {
  const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const offered = gramme.list('encodings').map(({ id }) => id);
  return COMPARED.filter((id) => offered.includes(id));
}

const { values } = parseArgs({
  options: {
    strings: { type: 'string', default: STRINGS },
    seed: { type: 'string', default: SEED },
  },
});
const strings = Number(values.strings);
const seed = Number(values.seed);
installPeers();
const encodings = await offeredEncodings();
const processes = Math.max(1, Math.min(cpus().length, strings));
const begun = performance.now();
const shares = Array.from({ length: processes }, (_, index) => {
  const part = Math.floor(((index + 1) * strings) / processes);
  const done = Math.floor((index * strings) / processes);
  return runInProcess({ strings: part - done, seed: seed * processes + index, encodings });
});
const results = await Promise.all(shares);
const sum = (of: (result: ShareResult) => number) =>
  results.reduce((total, result) => total + of(result), 0);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
const differences = sum((result) => result.differences);
console.log(
  `${sum((result) => result.strings)} strings, ${sum((result) => result.characters)} characters, ` +
    `seed ${seed}, ${encodings.join(', ')}: counts, ids and streams, ` +
    `${differences} differences, ${seconds} s`,
);
for (const { encoding, kind, text } of results.flatMap((result) => result.first)) {
  console.log(`  ${encoding}, ${kind}: ${text}`);
}
if (differences > 0) process.exitCode = 1;
