// Natural texts of Debian packages, cut into warm-up and measured texts under build/bench/corpora.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from '../drivers/driver.ts';
import { makeChat } from './chat.ts';
import { gatherCode, gatherProse, languages, type SourceFile } from './sources.ts';

const folder = `${root}build/bench/corpora`;
const TEXT_BYTES = 50_000;
/** One text of so many warms up and is never measured. */
const WARM_UP_PERIOD = 5;
const CHAT_MESSAGES = 1000;
const CHAT_PER_ROUND = 100;

/** Where a corpus lies: the first texts of the file warm up, the rest is measured. */
export interface Corpus {
  name: string;
  file: string;
  warmUpTexts: number;
  texts: number;
  /** Texts that are counted and timed together. */
  perRound: number;
  bytes: number;
  /** UTF-8 bytes of each round. */
  roundBytes: number[];
  packages: string[];
}

interface Halves<T> {
  warmUp: T[];
  measured: T[];
}

function halve<T>(items: T[]): Halves<T> {
  const isWarmUp = (_: T, index: number) => index % WARM_UP_PERIOD === 0;
  return {
    warmUp: items.filter(isWarmUp),
    measured: items.filter((item, index) => !isWarmUp(item, index)),
  };
}

/** Joins small texts to large ones of about the same number of bytes. */
function joined(texts: string[], gap: string): string[] {
  const out: string[] = [];
  let open: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    open.push(text);
    bytes += Buffer.byteLength(text);
    if (bytes < TEXT_BYTES) continue;
    out.push(open.join(gap));
    open = [];
    bytes = 0;
  }
  if (bytes > TEXT_BYTES / 2 || out.length === 0) out.push(open.join(gap));
  return out;
}

type NewCorpus = Pick<Corpus, 'name' | 'perRound' | 'packages'>;

function write(corpus: NewCorpus, { warmUp, measured }: Halves<string>): Corpus {
  const file = `${folder}/${corpus.name}.json`;
  writeFileSync(file, JSON.stringify([...warmUp, ...measured]));
  const roundBytes: number[] = [];
  for (let from = 0; from < measured.length; from += corpus.perRound) {
    roundBytes.push(Buffer.byteLength(measured.slice(from, from + corpus.perRound).join('')));
  }
  return {
    ...corpus,
    file,
    roundBytes,
    warmUpTexts: warmUp.length,
    texts: warmUp.length + measured.length,
    bytes: roundBytes.reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** Runs of a dozen files in turn, so that every text holds every language. */
function shuffled(files: SourceFile[]): SourceFile[] {
  const order = files.map((file, index) => ({ file, key: (index * 7919) % 10_007 }));
  return order.sort((a, b) => a.key - b.key).map(({ file }) => file);
}

function writeAll(): Corpus[] {
  const prose = languages.map((language) => {
    const { texts, packages } = gatherProse(language);
    return { name: language.name, packages, halves: halve(joined(texts, '\n\n')) };
  });
  const { files, packages } = gatherCode();
  const code = halve(shuffled(files));
  const codeTexts = (side: SourceFile[]) =>
    joined(
      side.map(({ text }) => text),
      '\n',
    );
  const chat = (side: 'warmUp' | 'measured', count: number) => {
    const paragraphs = prose.map(({ halves }) =>
      halves[side].flatMap((text) => text.split('\n\n')),
    );
    const texts = paragraphs.map((list) => list.filter((text) => text !== ''));
    return makeChat({ prose: texts, code: code[side] }, count, count);
  };
  return [
    ...prose.map(({ name, packages, halves }) => write({ name, perRound: 1, packages }, halves)),
    write(
      { name: 'code', perRound: 1, packages },
      { warmUp: codeTexts(code.warmUp), measured: codeTexts(code.measured) },
    ),
    write(
      { name: 'chat', perRound: CHAT_PER_ROUND, packages: ['all of the above'] },
      {
        warmUp: chat('warmUp', CHAT_MESSAGES / WARM_UP_PERIOD),
        measured: chat('measured', CHAT_MESSAGES),
      },
    ),
  ];
}

/** The corpora, made on the first run. */
export function readCorpora(): Corpus[] {
  const index = `${folder}/index.json`;
  if (existsSync(index)) return JSON.parse(readFileSync(index, 'utf8')) as Corpus[];
  mkdirSync(folder, { recursive: true });
  const corpora = writeAll();
  writeFileSync(index, JSON.stringify(corpora, null, 2));
  return corpora;
}
