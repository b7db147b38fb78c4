// node --import tsx tools/measurements/main.ts --out FILE [--megabytes 256] [--seed 1]
// Writes a synthetic MELODI file of any size: a block of lines again and again, with new indices.
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { melodiHeader, melodiLines } from './melodi.ts';

const BLOCK_ROWS = 4000;

/** Writes at least so many bytes. */
export function writeMelodi(file: string, bytes: number, seed = 1): void {
  const options = { seed, rows: BLOCK_ROWS };
  const lines = melodiLines(options);
  const output = openSync(file, 'w');
  let written = writeSync(output, melodiHeader(options));
  for (let first = 0; written < bytes; first += BLOCK_ROWS) {
    const block = lines.map((line, index) => `${first + index}${line}`).join('');
    written += writeSync(output, block);
  }
  closeSync(output);
}

if (process.argv[1]?.endsWith('measurements/main.ts')) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      megabytes: { type: 'string', default: '256' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.out === undefined) throw new Error('--out names the file to write');
  writeMelodi(values.out, Number(values.megabytes) * 1e6, Number(values.seed));
}
