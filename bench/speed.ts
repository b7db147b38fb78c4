import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { loadGramme } from '../web/core/node.ts';
import { atLeast, atMost, format, type Line, median, shown } from './line.ts';
import { hostileTexts, textsOf } from './texts.ts';

const BYTES_PER_MEGABYTE = 1e6;
const ROUNDS = 6;
const TEXT_BYTES = 150_000;
const GOAL_RATIO = 1;
const SMALL_BYTES = 100_000;
const GROWTH = 10;
/** Ten times the text may take this many times as long: linear, and room for a busy machine. */
const GOAL_GROWTH = 15;

const request = { encoding: 'o200k_base' };
const gramme = await loadGramme({ folder: new URL('../dist/', import.meta.url) });

/** Names of special tokens in a text are text, as for Gramme. */
const countOther = (text: string) => countTokens(text, { disallowedSpecial: new Set() });

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Both count the same new texts, one after the other; the first text only warms up. */
async function compare(name: string): Promise<Line[]> {
  const speeds: { own: number[]; other: number[] } = { own: [], other: [] };
  for (const text of textsOf(name, ROUNDS, TEXT_BYTES)) {
    const megabytes = Buffer.byteLength(text) / BYTES_PER_MEGABYTE;
    const own = await timed(() => gramme.count(text, request));
    const other = await timed(() => countOther(text));
    const { tokens } = await gramme.count(text, request);
    if (tokens !== countOther(text)) throw new Error(`${name}: the counts differ`);
    speeds.own.push((megabytes * 1000) / own);
    speeds.other.push((megabytes * 1000) / other);
  }
  const own = median(speeds.own.slice(1));
  const other = median(speeds.other.slice(1));
  return [
    shown(`${name}: gramme, gpt-tokenizer`, `${format(own)}, ${format(other)} MB/s`),
    atLeast('  ratio', own / other, GOAL_RATIO, '×'),
  ];
}

/** Counting speed against npm gpt-tokenizer in the same run, on texts not seen before. */
export async function measureSpeed(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const name of ['English', 'French', 'Chinese', 'code']) lines.push(...(await compare(name)));
  return lines;
}

async function hostileLine(name: string, make: (length: number) => string): Promise<Line> {
  const best = async (length: number) => {
    const text = make(length);
    const times = [];
    for (let round = 0; round < 3; round++)
      times.push(await timed(() => gramme.count(text, request)));
    return Math.min(...times);
  };
  const small = await best(SMALL_BYTES);
  const large = await best(SMALL_BYTES * GROWTH);
  const line = atMost(`${name}: 100 kB, 1 MB, growth`, large / small, GOAL_GROWTH, '×');
  return { ...line, value: `${format(small)}, ${format(large)} ms, ${line.value}` };
}

/** Texts that make a careless tokenizer quadratic. */
export async function measureHostile(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, make] of Object.entries(hostileTexts))
    lines.push(await hostileLine(name, make));
  return lines;
}
