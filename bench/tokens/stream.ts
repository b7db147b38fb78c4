import { readFileSync, writeFileSync } from 'node:fs';
import { atMost, format, type Line, median, shown } from '../line.ts';
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
    await engine.ask({ do: 'stream', index, characters: CHARACTERS, isRead: true });
  }
  return engine;
}

interface Ratios {
  /** Parts appended, the count asked for at the end. */
  appended: number[];
  /** The count asked for after each part. */
  read: number[];
}

/** None has seen the text before: two processes stream it, a third counts it whole. */
async function measurePass(encoding: string): Promise<Ratios> {
  const { warmUp, measured } = makeTexts();
  const file = `${root}build/bench/stream.json`;
  writeFileSync(file, JSON.stringify([...warmUp, ...measured]));
  const counting = await start(encoding, file, warmUp.length);
  const streaming = {
    appended: await start(encoding, file, warmUp.length),
    read: await start(encoding, file, warmUp.length),
  };
  const ratios: Ratios = { appended: [], read: [] };
  for (let index = warmUp.length; index < warmUp.length + measured.length; index++) {
    const whole = await counting.ask({ do: 'count', from: index, to: index + 1 });
    for (const kind of ['appended', 'read'] as const) {
      const asked = { index, characters: CHARACTERS, isRead: kind === 'read' };
      const streamed = await streaming[kind].ask({ do: 'stream', ...asked });
      if (whole === null || streamed === null) throw new Error('a stream did not end');
      if (streamed.tokens !== whole.tokens) throw new Error(`stream ${index}: the counts differ`);
      ratios[kind].push(streamed.milliseconds / whole.milliseconds);
    }
  }
  for (const engine of [counting, streaming.appended, streaming.read]) engine.stop();
  return ratios;
}

/** A message in 4,000 parts beside one count of the whole. */
export async function measureStream(encoding: string): Promise<Line[]> {
  const ratios: Ratios = { appended: [], read: [] };
  for (let pass = 0; pass < PASSES; pass++) {
    const { appended, read } = await measurePass(encoding);
    ratios.appended.push(...appended);
    ratios.read.push(...read);
  }
  const what = `${APPENDS} appends of ${CHARACTERS} characters, to one count`;
  return [
    atMost(what, median(ratios.appended), MOST_TIMES_ONE_COUNT, '×'),
    shown('  the count read after each', `${format(median(ratios.read))} ×`),
  ];
}
