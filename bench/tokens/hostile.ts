import { readFileSync, writeFileSync } from 'node:fs';
import { atMost, format, type Line, median } from '../line.ts';
import { type Corpus, readCorpora } from './corpora/corpora.ts';
import { root } from './drivers/driver.ts';
import { type Engine, loadEngine } from './engine.ts';
import { hostileTexts, SINGLE_CHARACTERS } from './hostile-texts.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const LIMIT_MS = 5000;
/** Each text is counted a few times without its first characters, so that none is met twice. */
const VARIANTS = 3;
const REFERENCE = 'English';
const VARIANT_CHARACTERS = 17;
const WARM_UP_MS = 400;
const MOST_TIMES_ENGLISH = 4;

export interface HostileResult {
  name: string;
  characters: number;
  bytes: number;
  /** Engine → milliseconds, null where it did not end within the limit. */
  milliseconds: Record<string, number | null>;
}

interface Item {
  name: string;
  text: string;
}

const englishOf = ({ file, warmUpTexts }: Corpus) => {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as string[];
  return { warmUp: texts.slice(0, warmUpTexts).join(''), measured: texts.slice(warmUpTexts) };
};

/** English of the same sizes, to compare with; then everything hostile. Index 0 only warms up. */
function makeItems(): Item[] {
  const corpus = readCorpora().find(({ name }) => name === 'english');
  if (corpus === undefined) throw new Error('the English corpus is missing');
  const english = englishOf(corpus);
  const long = english.measured.join('\n').repeat(2);
  const makers = { [REFERENCE]: (length: number) => long.slice(0, length), ...hostileTexts };
  const items = Object.entries(makers).flatMap(([name, make]) =>
    SIZES.map((size) => ({ name, text: make(size) })),
  );
  return [{ name: 'warm-up', text: english.warmUp }, ...items];
}

async function start(name: string, encoding: string, file: string): Promise<Engine> {
  const [engine] = await loadEngine(name, encoding);
  await engine.ask({ do: 'texts', file });
  await engine.ask({ do: 'warmUp', from: 0, to: 1, milliseconds: WARM_UP_MS });
  return engine;
}

/**
 * Median over the variants; only the first where a count takes long, and of English, whose words
 * would be known the second time.
 */
async function timeOf(engine: Engine, index: number, name: string): Promise<number | null> {
  const times: number[] = [];
  const variants = name === REFERENCE ? 1 : VARIANTS;
  for (let variant = 0; variant < variants; variant++) {
    const from = index * VARIANTS + variant;
    const answer = await engine.ask({ do: 'count', from, to: from + 1 }, LIMIT_MS);
    if (answer === null) return null;
    times.push(answer.milliseconds);
    if (answer.milliseconds > LIMIT_MS / 10) break;
  }
  return median(times);
}

/** All items with one engine; what it cannot do in time is not tried with more characters. */
async function measureEngine(
  name: string,
  encoding: string,
  items: Item[],
): Promise<(number | null)[]> {
  const file = `${root}build/bench/hostile.json`;
  let engine = await start(name, encoding, file);
  const tooSlow = new Set<string>();
  const times: (number | null)[] = [];
  for (const [index, item] of items.entries()) {
    if (index === 0) continue;
    const time = tooSlow.has(item.name) ? null : await timeOf(engine, index, item.name);
    times.push(time);
    if (time !== null || tooSlow.has(item.name)) continue;
    tooSlow.add(item.name);
    engine.stop();
    engine = await start(name, encoding, file);
  }
  engine.stop();
  return times;
}

export async function measureHostile(names: string[], encoding: string): Promise<HostileResult[]> {
  const items = makeItems();
  const texts = items.flatMap(({ text }) =>
    Array.from({ length: VARIANTS }, (_, variant) => text.slice(variant * VARIANT_CHARACTERS)),
  );
  writeFileSync(`${root}build/bench/hostile.json`, JSON.stringify(texts));
  const results = items.slice(1).map(({ name, text }) => ({
    name,
    characters: text.length,
    bytes: Buffer.byteLength(text),
    milliseconds: {} as Record<string, number | null>,
  }));
  for (const name of names) {
    const times = await measureEngine(name, encoding, items);
    for (const [index, result] of results.entries()) {
      result.milliseconds[name] = times[index] ?? null;
    }
  }
  return results;
}

/** The fastest other engine's time, null when none ended in time. */
export function fastestPeer({ milliseconds }: HostileResult): number | null {
  const times = Object.entries(milliseconds)
    .filter(([name, time]) => name !== 'gramme' && name !== 'native' && time !== null)
    .map(([, time]) => time ?? Number.POSITIVE_INFINITY);
  return times.length === 0 ? null : Math.min(...times);
}

export function hostileRows(results: HostileResult[], names: string[]): string[][] {
  const shown = (time: number | null | undefined) =>
    time === null || time === undefined ? `> ${LIMIT_MS / 1000} s` : format(time);
  return results.map((result) => [
    result.name,
    String(result.characters),
    ...names.map((name) => shown(result.milliseconds[name])),
  ]);
}

/** Time per byte beside that of English, at the largest size. */
export function hostileGoals(results: HostileResult[]): Line[] {
  const largest = SIZES.at(-1) ?? 0;
  const atLargest = results.filter(({ characters }) => characters > largest / 2);
  const perByte = ({ milliseconds, bytes }: HostileResult) =>
    (milliseconds.gramme ?? Number.POSITIVE_INFINITY) / bytes;
  const english = atLargest.find(({ name }) => name === REFERENCE);
  if (english === undefined) return [];
  return atLargest
    .filter((result) => result !== english)
    .map((result) => {
      const isSingle = SINGLE_CHARACTERS.includes(result.name);
      const goal = isSingle ? 1 : MOST_TIMES_ENGLISH;
      const what = `${result.name}, ${result.bytes} bytes: time per byte beside English`;
      return atMost(what, perByte(result) / perByte(english), goal, '×');
    });
}
