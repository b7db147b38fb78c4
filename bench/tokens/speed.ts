import { median } from '../line.ts';
import type { Corpus } from './corpora/corpora.ts';
import { type Engine, loadEngine } from './engine.ts';

const BYTES_PER_MEGABYTE = 1e6;
const WARM_UP_MS = 400;

/** The same part of a corpus, counted by one engine for the first and for the second time. */
interface Timing {
  cold: number;
  warm: number;
}

/** One part of a corpus in one pass: engine → its times and its count. */
interface Round {
  bytes: number;
  timings: Map<string, Timing>;
  tokens: Map<string, number>;
}

export interface EngineSpeed {
  name: string;
  coldMegabytesPerSecond: number;
  warmMegabytesPerSecond: number;
  /** Median over the rounds of Gramme's time in this one's; more than 1 where Gramme is faster. */
  coldRatio: number;
  warmRatio: number;
  /** Tokens counted too many or too few over the corpus. */
  tokensOff: number;
}

export interface CorpusSpeed {
  name: string;
  encoding: string;
  bytes: number;
  tokens: number;
  engines: EngineSpeed[];
}

/** Each engine counts in turn; who begins changes from round to round. */
async function measureRound(engines: Engine[], from: number, to: number): Promise<Round> {
  const round: Round = { bytes: 0, timings: new Map(), tokens: new Map() };
  for (const engine of engines) {
    const cold = await engine.ask({ do: 'count', from, to });
    const warm = await engine.ask({ do: 'count', from, to });
    if (cold === null || warm === null) throw new Error(`${engine.name} did not answer`);
    round.timings.set(engine.name, { cold: cold.milliseconds, warm: warm.milliseconds });
    round.tokens.set(engine.name, cold.tokens);
  }
  return round;
}

const rotated = <T>(list: T[], by: number) => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];

/** Fresh processes count a corpus once: what they count cold they have never seen. */
async function measurePass(names: string[], corpus: Corpus, encoding: string): Promise<Round[]> {
  const engines: Engine[] = [];
  try {
    for (const name of names) {
      const [engine] = await loadEngine(name, encoding);
      engines.push(engine);
      await engine.ask({ do: 'texts', file: corpus.file });
      const warmUp = { from: 0, to: corpus.warmUpTexts, milliseconds: WARM_UP_MS };
      await engine.ask({ do: 'warmUp', ...warmUp });
    }
    const rounds: Round[] = [];
    for (let from = corpus.warmUpTexts; from < corpus.texts; from += corpus.perRound) {
      const to = Math.min(from + corpus.perRound, corpus.texts);
      const round = await measureRound(rotated(engines, rounds.length), from, to);
      rounds.push({ ...round, bytes: corpus.roundBytes[rounds.length] ?? 0 });
    }
    return rounds;
  } finally {
    for (const engine of engines) engine.stop();
  }
}

function summed(rounds: Round[], name: string): number {
  return rounds.reduce((sum, { tokens }) => sum + (tokens.get(name) ?? 0), 0);
}

function engineSpeed(name: string, passes: Round[][], reference: string): EngineSpeed {
  const rounds = passes.flat();
  const speed = (kind: keyof Timing) =>
    median(
      rounds.map(
        ({ bytes, timings }) =>
          ((bytes / BYTES_PER_MEGABYTE) * 1000) / (timings.get(name)?.[kind] ?? 0),
      ),
    );
  const ratio = (kind: keyof Timing) =>
    median(
      rounds.map(
        ({ timings }) => (timings.get(name)?.[kind] ?? 0) / (timings.get(reference)?.[kind] ?? 0),
      ),
    );
  const [first = []] = passes;
  return {
    name,
    coldMegabytesPerSecond: speed('cold'),
    warmMegabytesPerSecond: speed('warm'),
    coldRatio: ratio('cold'),
    warmRatio: ratio('warm'),
    tokensOff: summed(first, name) - summed(first, reference),
  };
}

/** Cold and warm speed of every engine on one corpus. */
export async function measureCorpus(
  names: string[],
  corpus: Corpus,
  { encoding, passes }: { encoding: string; passes: number },
): Promise<CorpusSpeed> {
  const measured: Round[][] = [];
  for (let pass = 0; pass < passes; pass++) {
    measured.push(await measurePass(rotated(names, pass), corpus, encoding));
  }
  const reference = names.includes('gramme') ? 'gramme' : (names[0] ?? '');
  return {
    name: corpus.name,
    encoding,
    bytes: corpus.bytes,
    tokens: summed(measured[0] ?? [], reference),
    engines: names.map((name) => engineSpeed(name, measured, reference)),
  };
}
