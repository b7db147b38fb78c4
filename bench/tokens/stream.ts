import { readFileSync, writeFileSync } from 'node:fs';
import { atMost, type Line, median } from '../line.ts';
import { readCorpora } from './corpora/corpora.ts';
import { root } from './drivers/driver.ts';
import { type Engine, loadEngine } from './engine.ts';

const APPENDS = 4000;
const CHARACTERS = 5;
const MOST_TIMES_ONE_COUNT = 2;
const WARM_UP_MS = 500;
const PASSES = 3;

const LENGTH = APPENDS * CHARACTERS;

interface StreamTexts {
  warmUp: string[];
  measured: string[];
}

/** Messages of the length of all appends, from every language; those of one half only warm up. */
function makeTexts(): StreamTexts {
  const halves: StreamTexts = { warmUp: [], measured: [] };
  for (const { name, file } of readCorpora()) {
    if (name === 'chat') continue;
    const text = (JSON.parse(readFileSync(file, 'utf8')) as string[]).slice(0, 6).join('\n');
    const parts = Array.from({ length: 6 }, (_, index) =>
      text.slice(index * LENGTH, (index + 1) * LENGTH),
    ).filter((part) => part.length === LENGTH);
    halves.warmUp.push(...parts.slice(0, 2));
    halves.measured.push(...parts.slice(2));
  }
  return halves;
}

async function start(encoding: string, file: string, warmUpTexts: number): Promise<Engine> {
  const [engine] = await loadEngine('gramme', encoding);
  await engine.ask({ do: 'texts', file });
  await engine.ask({ do: 'warmUp', from: 0, to: warmUpTexts, milliseconds: WARM_UP_MS });
  for (let index = 0; index < warmUpTexts; index++) {
    await engine.ask({ do: 'stream', index, characters: CHARACTERS });
  }
  return engine;
}

/** Both have not seen the text before: one process streams it, another counts it whole. */
async function ratiosOf(encoding: string): Promise<number[]> {
  const { warmUp, measured } = makeTexts();
  const file = `${root}build/bench/stream.json`;
  writeFileSync(file, JSON.stringify([...warmUp, ...measured]));
  const streaming = await start(encoding, file, warmUp.length);
  const counting = await start(encoding, file, warmUp.length);
  const ratios: number[] = [];
  for (let index = warmUp.length; index < warmUp.length + measured.length; index++) {
    const whole = await counting.ask({ do: 'count', from: index, to: index + 1 });
    const streamed = await streaming.ask({ do: 'stream', index, characters: CHARACTERS });
    if (whole === null || streamed === null) throw new Error('a stream did not end');
    if (streamed.tokens !== whole.tokens) throw new Error(`stream ${index}: the counts differ`);
    ratios.push(streamed.milliseconds / whole.milliseconds);
  }
  streaming.stop();
  counting.stop();
  return ratios;
}

/** A message in 4,000 parts, its count read after each, beside one count of the whole. */
export async function measureStream(encoding: string): Promise<Line[]> {
  const ratios: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) ratios.push(...(await ratiosOf(encoding)));
  const what = `${APPENDS} appends of ${CHARACTERS} characters, count read each time, to one count`;
  return [atMost(what, median(ratios), MOST_TIMES_ONE_COUNT, '×')];
}
