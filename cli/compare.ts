import type { Command } from 'commander';
import { type Figure, type FullGramme, GrammeError } from '../web/core/node.ts';
import { type Entry, entriesOf, listIn, serverOf } from './compare/entries.ts';
import { addToHistory } from './compare/history.ts';
import { askAll, type Call, type Failed, type Skipped } from './compare/live.ts';
import { addCompareOptions, type CompareOptions, checkOptions } from './compare/options.ts';
import { targetOf } from './compare/target.ts';
import { type Comparison, comparedCsv, comparedText, missingText } from './compare/view.ts';
import { type Places, rankAll, type Work } from './compare/workload.ts';
import { startGramme } from './config.ts';
import { readBytes } from './input.ts';
import { print, printJson } from './output.ts';
import { placeOf } from './place-options.ts';

/** Some model gave no figure, or the history was not written. */
const FAILED = 1;
/** As shells tell of a command that Ctrl-C has ended. */
const INTERRUPTED = 130;

interface Worked {
  works: Work[];
  skipped: Skipped[];
  failed: Failed[];
}

const tell = (text: string): void => void process.stderr.write(`gramme: ${text}\n`);

function placesOf(options: CompareOptions): Places {
  const orUsual = (text: string | undefined) => (text === undefined ? [undefined] : listIn(text));
  const { by = 'gramsCo2e', regions, methods } = options;
  return { by, regions: orUsual(regions), methods: orUsual(methods), grid: placeOf(options) };
}

/** Nothing is sent: the tokens are given, or counted from files with each model's own encoding. */
async function workOffline(
  gramme: FullGramme,
  entries: Entry[],
  options: CompareOptions,
): Promise<Worked> {
  const { prompt, answer, inTokens, outTokens } = options;
  const isRead = (file: string | undefined, given: number | undefined) =>
    file === undefined || given !== undefined ? undefined : readBytes(file);
  const promptBytes = await isRead(prompt, inTokens);
  const answerBytes = await isRead(answer, outTokens);
  const count = async (bytes: Uint8Array, model: string): Promise<Figure> =>
    (await gramme.count(bytes, { model })).tokens;
  const works: Work[] = [];
  for (const entry of entries) {
    const { provider, model } = entry;
    const inputTokens = promptBytes === undefined ? inTokens : await count(promptBytes, model);
    const written = answerBytes === undefined ? outTokens : await count(answerBytes, model);
    const outputTokens = written as Figure;
    works.push({ entry, provider, inputTokens, outputTokens, measured: null, warnings: [] });
  }
  return { works, skipped: [], failed: [] };
}

/** Who is asked, and who is not for want of a key. */
function callsOf(gramme: FullGramme, entries: Entry[], baseUrl: string | undefined) {
  const calls: Call[] = [];
  const skipped: Skipped[] = [];
  for (const entry of entries) {
    const provider = serverOf(gramme, entry, baseUrl !== undefined);
    const { id, keyVariable: variable, isKeyOptional = false } = provider;
    const target = targetOf(provider, process.env, baseUrl);
    if (target.key !== undefined || isKeyOptional) calls.push({ entry, target });
    else skipped.push({ model: entry.label, provider: id, variable });
  }
  return { calls, skipped };
}

function promptIn(bytes: Uint8Array, file: string): string {
  let prompt: string;
  try {
    prompt = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GrammeError('invalid_type', file, 'a text in UTF-8 is expected');
  }
  if (prompt.trim() === '') throw new GrammeError('out_of_range', file, 'there is nothing to send');
  return prompt;
}

async function workLive(
  gramme: FullGramme,
  entries: Entry[],
  options: CompareOptions,
): Promise<Worked> {
  const { prompt: file = '-', baseUrl, concurrency, retries } = options;
  const prompt = promptIn(await readBytes(file), file);
  const { calls, skipped } = callsOf(gramme, entries, baseUrl);
  const stop = new AbortController();
  const onInterrupt = () => {
    process.exitCode = INTERRUPTED;
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  const setting = {
    gramme,
    question: { prompt, isStreamed: options.stream, mostOutputTokens: options.maxOutTokens },
    concurrency,
    retries,
    timeoutSeconds: options.timeout,
    stop: stop.signal,
    tell,
  };
  if (calls.length > 0) tell(`asking ${calls.map(({ entry }) => entry.label).join(', ')}`);
  const { works, failed } = await askAll(calls, setting);
  process.off('SIGINT', onInterrupt);
  if (failed.length > 0 || works.length === 0) process.exitCode ??= FAILED;
  return { works, skipped, failed };
}

async function keep(file: string, { rows }: Comparison): Promise<void> {
  try {
    await addToHistory(file, rows);
  } catch (error) {
    tell(`${file} was not written: ${(error as Error).message}`);
    process.exitCode ??= FAILED;
  }
}

async function compare(options: CompareOptions, command: Command): Promise<void> {
  checkOptions(options, (name) => command.getOptionValueSource(name) === 'cli');
  const gramme = await startGramme(options);
  const entries = entriesOf(gramme, listIn(options.models));
  const places = placesOf(options);
  // Bad regions and methods are refused before anything is sent and paid for.
  const trial = { cachedInputTokens: undefined, measured: null, warnings: [], outputTokens: 1 };
  rankAll(
    gramme,
    entries.map((entry) => ({ entry, provider: undefined, ...trial })),
    places,
  );
  const work = options.live ? workLive : workOffline;
  const { works, skipped, failed } = await work(gramme, entries, options);
  const rows = works.length === 0 ? [] : rankAll(gramme, works, places);
  const comparison = { by: places.by, rows, skipped, failed };
  if (options.json) printJson(comparison);
  else if (options.csv) process.stdout.write(comparedCsv(comparison));
  else print(comparedText(comparison));
  if (options.csv) for (const line of missingText(comparison)) tell(line);
  if (options.history !== undefined) await keep(options.history, comparison);
}

export function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('one workload over models, regions and methods, ranked; --live really asks them');
  addCompareOptions(command).action(compare);
}
