import { atLeast, type Line } from '../line.ts';
import type { CorpusSpeed } from './speed.ts';

interface Goal {
  corpora: string[];
  peer: string;
  times: number;
}

/** How many times as fast as a peer on text not seen before. */
const GOALS: Goal[] = [
  { corpora: ['english', 'code'], peer: 'bpe-openai-wasm', times: 4 },
  { corpora: ['english', 'code'], peer: 'gpt-tokenizer', times: 9 },
  { corpora: ['chat'], peer: 'bpe-openai-wasm', times: 3 },
  { corpora: ['chat'], peer: 'gpt-tokenizer', times: 9 },
  { corpora: ['french'], peer: 'bpe-openai-wasm', times: 3 },
  { corpora: ['arabic'], peer: 'bpe-openai-wasm', times: 2 },
  { corpora: ['chinese', 'japanese'], peer: 'bpe-openai-wasm', times: 1.6 },
];
const NATIVE_TIMES = 1.3;

export function speedGoals(results: CorpusSpeed[]): Line[] {
  const measured = results.filter(({ encoding }) => encoding === 'o200k_base');
  const lines = GOALS.flatMap(({ corpora, peer, times }) =>
    measured
      .filter(({ name }) => corpora.includes(name))
      .flatMap(({ name, engines }) =>
        engines
          .filter((engine) => engine.name === peer)
          .map(({ coldRatio }) => atLeast(`${name}, cold, beside ${peer}`, coldRatio, times, '×')),
      ),
  );
  const english = measured.find(({ name }) => name === 'english');
  const native = english?.engines.find(({ name }) => name === 'native');
  if (native === undefined) return lines;
  return [
    ...lines,
    atLeast('english, native beside WASM', 1 / native.coldRatio, NATIVE_TIMES, '×'),
  ];
}
