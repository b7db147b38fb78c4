import { type Command, InvalidArgumentError } from 'commander';
import type { Estimate, ExplainedEstimate, Figure, Gramme } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { explanationText } from './explanation.ts';
import { readBytes, readText } from './input.ts';
import { answerLines, parseRecord } from './lines.ts';
import { formatRange, formatTable, print, printJson, sourceLines, warningLines } from './output.ts';
import { addPlaceOptions, compact, number, type PlaceOptions, placeOf } from './place-options.ts';

interface EstimateOptions extends ConfigOptions, PlaceOptions {
  model?: string;
  inTokens?: number;
  outTokens?: number;
  prompt?: string;
  answer?: string;
  cachedTokens?: number;
  contextTokens?: number;
  contextAge?: number;
  reasoningSeconds?: number;
  images?: number;
  imageSize?: { imageWidthPixels: number; imageHeightPixels: number };
  filePages?: number;
  gridTime?: { month: number; hour: number };
  wue?: number;
  gridWue?: number;
  latency?: number;
  explain?: boolean;
  json?: boolean;
  jsonl?: boolean;
}

/** "5-14" is May at 14 o'clock; the core checks the bounds. */
function gridTime(text: string): { month: number; hour: number } {
  const [, month, hour] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (month === undefined) throw new InvalidArgumentError('month and hour are expected: 5-14');
  return { month: Number(month), hour: Number(hour) };
}

/** "1024x768" */
function imageSize(text: string): { imageWidthPixels: number; imageHeightPixels: number } {
  const [, width, height] = /^(\d{1,6})x(\d{1,6})$/.exec(text) ?? [];
  if (width === undefined) throw new InvalidArgumentError('width and height: 1024x768');
  return { imageWidthPixels: Number(width), imageHeightPixels: Number(height) };
}

/** What is attached to the prompt, if anything. */
function attachmentsOf({ images, imageSize: size, filePages }: EstimateOptions) {
  if (images === undefined && filePages === undefined) return undefined;
  return compact({ images, filePages, ...size });
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

type Answered = Estimate & Partial<ExplainedEstimate>;

function describe(estimate: Answered): string {
  const rows = [
    ['energy', `${formatRange(estimate.energyWattHours)} Wh`],
    ['carbon', `${formatRange(estimate.gramsCo2e)} gCO2e`],
  ];
  if (estimate.waterLitres !== null) {
    rows.push(['water', `${formatRange(estimate.waterLitres)} L`]);
  }
  const year = estimate.regionYear === null ? '' : ` ${estimate.regionYear}`;
  const accounting = estimate.accounting === 'location-based' ? '' : ` ${estimate.accounting}`;
  const head = `${estimate.modelName} · ${estimate.region}${year}${accounting} · ${estimate.method} ${estimate.profile}`;
  const { explanation } = estimate;
  const end =
    explanation === undefined ? sourceLines(estimate.sources) : ['', explanationText(explanation)];
  return [head, formatTable(['', ''], rows).trimStart(), ...warningLines(estimate), ...end].join(
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
    contextTokens: options.contextTokens,
    contextAgeSeconds: options.contextAge,
    reasoningSeconds: options.reasoningSeconds,
    attachments: attachmentsOf(options),
    gridTime: options.gridTime,
    wueLitresPerKilowattHour: options.wue,
    gridWueLitresPerKilowattHour: options.gridWue,
    ...placeOf(options),
    latencySeconds: options.latency,
  });
}

/** Options apply to every request; what a JSON request says itself comes first. */
async function estimate(file: string | undefined, options: EstimateOptions): Promise<void> {
  const gramme = await startGramme(options);
  const given = await requestOf(gramme, options);
  const name = options.explain ? 'explain' : 'estimate';
  const answer = (record: object) => gramme.call(name, { ...given, ...record }) as Answered;
  if (options.jsonl) return answerLines(file, answer);
  const isRead = file !== undefined || options.model === undefined;
  const result = answer(isRead ? parseRecord(await readText(file)) : {});
  if (options.json) printJson(result);
  else print(describe(result));
}

export function addEstimate(program: Command): void {
  const command = program
    .command('estimate')
    .description('energy, carbon and water of one exchange, as a range with its sources')
    .argument('[file]', 'JSON request to read; standard input for "-" or when no model is named')
    .option('-m, --model <name>', 'model id, alias or picker label')
    .option('--in-tokens <n>', 'tokens the model reads for the first time', number)
    .option('--cached-tokens <n>', 'tokens read from a prefix cache', number)
    .option('--out-tokens <n>', 'tokens the model writes', number)
    .option('--context-tokens <n>', 'tokens of the conversation that are sent again', number)
    .option('--context-age <seconds>', 'since the model read them last', number)
    .option('--reasoning-seconds <n>', 'seconds of reasoning that is not shown', number)
    .option('--images <n>', 'images sent with the prompt', number)
    .option('--image-size <pixels>', 'of each, such as 1024x768', imageSize)
    .option('--file-pages <n>', 'pages of documents sent with the prompt', number)
    .option('--prompt <file>', 'count the input from this file instead')
    .option('--answer <file>', 'count the output from this file instead')
    .option('--grid-time <month-hour>', 'time on the grid in UTC, such as 5-14', gridTime)
    .option('--wue <litres>', 'own water use on the site, L per kWh', number)
    .option('--grid-wue <litres>', 'own water use of power generation, L per kWh', number)
    .option('--latency <seconds>', 'measured time of the answer', number)
    .option('--explain', 'also how it adds up, and what each factor does to it')
    .option('--json', 'print the answer as JSON')
    .option('--jsonl', 'read one JSON request per line, answer one line each');
  addPlaceOptions(command).action(estimate);
}
