import { readFileSync, writeFileSync } from 'node:fs';
import { atMost, type Line, median, shown } from '../line.ts';
import { readCorpora } from './corpora/corpora.ts';
import { root } from './drivers/driver.ts';
import { loadEngine } from './engine.ts';

const APPENDS = 4000;
const CHARACTERS = 5;
const MOST_TIMES_ONE_COUNT = 2;
const WARM_UP_MS = 500;

const LENGTH = APPENDS * CHARACTERS;

/** Messages of the length of all appends, from every language. */
function makeTexts(): string[] {
  return readCorpora()
    .filter(({ name }) => name !== 'chat')
    .flatMap(({ file }) => {
      const text = (JSON.parse(readFileSync(file, 'utf8')) as string[]).slice(0, 4).join('\n');
      return [text.slice(0, LENGTH), text.slice(LENGTH, 2 * LENGTH)];
    })
    .filter((text) => text.length === LENGTH);
}

/** A message in 4,000 parts, its count read after each, beside one count of the whole. */
export async function measureStream(encoding: string): Promise<Line[]> {
  const texts = makeTexts();
  const file = `${root}build/bench/stream.json`;
  writeFileSync(file, JSON.stringify(texts));
  const [engine] = await loadEngine('gramme', encoding);
  await engine.ask({ do: 'texts', file });
  await engine.ask({ do: 'warmUp', from: 0, to: texts.length, milliseconds: WARM_UP_MS });
  const ratios: number[] = [];
  for (let pass = 0; pass < 3; pass++) {
    for (const index of texts.keys()) {
      const streamed = await engine.ask({ do: 'stream', index, characters: CHARACTERS });
      const whole = await engine.ask({ do: 'count', from: index, to: index + 1 });
      if (streamed === null || whole === null || streamed.milliseconds < 0) {
        engine.stop();
        return [shown('streaming', 'no stream in this build')];
      }
      if (streamed.tokens !== whole.tokens) throw new Error(`stream ${index}: the counts differ`);
      if (pass > 0) ratios.push(streamed.milliseconds / whole.milliseconds);
    }
  }
  engine.stop();
  const what = `${APPENDS} appends of ${CHARACTERS} characters, count read each time, to one count`;
  return [atMost(what, median(ratios), MOST_TIMES_ONE_COUNT, '×')];
}
