import { type Command, InvalidArgumentError } from 'commander';
import type { Estimate, Figure, Gramme } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { readBytes, readText } from './input.ts';
import { answerLines, parseRecord } from './lines.ts';
import { formatRange, formatTable, print, printJson } from './output.ts';

interface EstimateOptions extends ConfigOptions {
  model?: string;
  inTokens?: number;
  outTokens?: number;
  prompt?: string;
  answer?: string;
  cachedTokens?: number;
  region?: string;
  intensity?: number;
  pue?: number;
  method?: string;
  profile?: string;
  latency?: number;
  json?: boolean;
  jsonl?: boolean;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('not a number');
  return value;
}

/** Tokens given as a number, or counted from a file with the model's own encoding. */
async function tokensOf(
  given: number | undefined,
  file: string | undefined,
  count: (bytes: Uint8Array) => Promise<Figure>,
): Promise<Figure | undefined> {
  if (given !== undefined || file === undefined) return given;
  return count(await readBytes(file));
}

/** Without the members whose value is undefined. */
function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function describe(estimate: Estimate): string {
  const rows = [
    ['energy', `${formatRange(estimate.energyWattHours)} Wh`],
    ['carbon', `${formatRange(estimate.gramsCo2e)} gCO2e`],
  ];
  if (estimate.waterLitres !== null) {
    rows.push(['water', `${formatRange(estimate.waterLitres)} L`]);
  }
  const head = `${estimate.modelName} · ${estimate.region} · ${estimate.method} ${estimate.profile}`;
  const notes = estimate.warnings.map((warning) => `  ${warning.code}: ${warning.message}`);
  const sources = estimate.sources.map((source) => `  ${source.source} (${source.asOf})`);
  return [head, formatTable(['', ''], rows).trimStart(), ...notes, 'sources:', ...sources].join(
    '\n',
  );
}

/** What the options say of the request; the core checks it all. */
async function requestOf(gramme: Gramme, options: EstimateOptions): Promise<object> {
  const { model } = options;
  const counted = model === undefined ? {} : { model };
  const count = async (bytes: Uint8Array) => (await gramme.count(bytes, counted)).tokens;
  return compact({
    model,
    inputTokens: await tokensOf(options.inTokens, options.prompt, count),
    outputTokens: await tokensOf(options.outTokens, options.answer, count),
    cachedInputTokens: options.cachedTokens,
    region: options.region,
    carbonIntensityGramsCo2ePerKilowattHour: options.intensity,
    pue: options.pue,
    method: options.method,
    profile: options.profile,
    latencySeconds: options.latency,
  });
}

/** Options apply to every request; what a JSON request says itself comes first. */
async function estimate(file: string | undefined, options: EstimateOptions): Promise<void> {
  const gramme = await startGramme(options);
  const given = await requestOf(gramme, options);
  const answer = (record: object) => gramme.call('estimate', { ...given, ...record }) as Estimate;
  if (options.jsonl) return answerLines(file, answer);
  const isRead = file !== undefined || options.model === undefined;
  const result = answer(isRead ? parseRecord(await readText(file)) : {});
  if (options.json) printJson(result);
  else print(describe(result));
}

export function addEstimate(program: Command): void {
  program
    .command('estimate')
    .description('energy, carbon and water of one exchange, as a range with its sources')
    .argument('[file]', 'JSON request to read; standard input for "-" or when no model is named')
    .option('-m, --model <name>', 'model id, alias or picker label')
    .option('--in-tokens <n>', 'tokens the model reads for the first time', number)
    .option('--cached-tokens <n>', 'tokens read from a prefix cache', number)
    .option('--out-tokens <n>', 'tokens the model writes', number)
    .option('--prompt <file>', 'count the input from this file instead')
    .option('--answer <file>', 'count the output from this file instead')
    .option('-r, --region <id>', 'region of the data centre, such as fra')
    .option('--intensity <grams>', 'own carbon intensity, gCO2e per kWh', number)
    .option('--pue <factor>', 'own power usage effectiveness', number)
    .option('--method <id>', 'estimation method')
    .option('--profile <id>', 'profile of the method')
    .option('--latency <seconds>', 'measured time of the answer', number)
    .option('--json', 'print the answer as JSON')
    .option('--jsonl', 'read one JSON request per line, answer one line each')
    .action(estimate);
}
