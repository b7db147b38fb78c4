import type { FullGlueModule } from '#glue-full';
import type {
  AnalyseCalls,
  AnalyseOptions,
  Analysis,
  KeptAnalysis,
  UsageFile,
} from './analysis-contracts.ts';
import type { Period } from './contracts.ts';
import { unwrap } from './envelope.ts';
import { GrammeError } from './error.ts';
import type { StartedCore } from './gramme.ts';
import { piecesOf } from './pieces.ts';
import { clockOf, ownTimeZone } from './zone-clock.ts';

type Step = (request: object, part?: Uint8Array) => unknown;

/** Some steps stop until the vocabulary is there that a conversation's model counts with. */
async function follow(
  core: StartedCore<FullGlueModule>,
  step: Step,
  request: object,
  part?: Uint8Array,
) {
  for (let given = part; ; given = new Uint8Array()) {
    const { needsVocabulary } = step(request, given) as { needsVocabulary: string | null };
    if (needsVocabulary === null) return;
    await core.loadVocabulary(needsVocabulary);
  }
}

async function readParts(
  core: StartedCore<FullGlueModule>,
  step: Step,
  analysis: number,
  parts: UsageFile['parts'],
): Promise<void> {
  for await (const piece of piecesOf(parts)) {
    await follow(core, step, { step: 'part', analysis }, piece);
  }
  await follow(core, step, { step: 'endFile', analysis });
}

/** What goes wrong in a file names the file. */
async function readFile(
  core: StartedCore<FullGlueModule>,
  step: Step,
  analysis: number,
  { name, parts }: UsageFile,
): Promise<void> {
  step({ step: 'file', analysis, name });
  try {
    await readParts(core, step, analysis, parts);
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
    const path = error.path === '' ? name : `${name}: ${error.path}`;
    throw new GrammeError(error.code, path, error.message);
  }
}

type Files = Iterable<UsageFile> | AsyncIterable<UsageFile>;

interface Finished {
  step: Step;
  analysis: number;
  answer: unknown;
}

/** Reads files of use, one after the other; none is held in memory. */
async function analyseTo(
  core: StartedCore<FullGlueModule>,
  files: Files,
  { choice = {}, model, zone }: AnalyseOptions,
  ending: { csv?: boolean; keep?: boolean },
): Promise<Finished> {
  const { glue, inbox } = core;
  const step: Step = (request, part) =>
    unwrap(glue.analyse(JSON.stringify(request), part === undefined ? 0 : inbox.write(part)));
  const clock = clockOf(zone ?? ownTimeZone());
  const open = { step: 'open', clock, choice, ...(model === undefined ? {} : { model }) };
  const { analysis } = step(open) as { analysis: number };
  let isOpen = true;
  try {
    for await (const file of files) await readFile(core, step, analysis, file);
    isOpen = false;
    return { step, analysis, answer: step({ step: 'finish', analysis, ...ending }) };
  } finally {
    // The core closes what fails by itself; a file that cannot be read fails here.
    if (isOpen) glue.analyse(JSON.stringify({ step: 'close', analysis }), 0);
  }
}

function kept({ step, analysis, answer }: Finished): KeptAnalysis {
  return {
    analysis: answer as Analysis,
    period: (range, date) => step({ step: 'period', analysis, range, date }) as Period,
    csv: () => step({ step: 'csv', analysis }) as string,
    close: () => void step({ step: 'close', analysis }),
  };
}

export function analyseCalls(core: StartedCore<FullGlueModule>): AnalyseCalls {
  const read = (files: Files, options: AnalyseOptions, ending: object) =>
    analyseTo(core, files, options, ending);
  return {
    analyse: async (files, options = {}) => (await read(files, options, {})).answer as Analysis,
    keepAnalysis: async (files, options = {}) => kept(await read(files, options, { keep: true })),
    analyseToCsv: async (files, options = {}) =>
      (await read(files, options, { csv: true })).answer as string,
  };
}
