// Synthetic measurements in the schema of MELODI, with its traps and known coefficients.
import { newRandom } from '../../bench/random.ts';

/** E = a · input tokens + b · output tokens + c, in watt-hours. */
export interface Costs {
  inputWattHoursPerToken: number;
  outputWattHoursPerToken: number;
  /** About a second of the whole device: the meter runs before and after the request. */
  requestWattHours: number;
}

export interface MelodiOptions {
  seed: number;
  rows: number;
  model?: string;
  /** The first column has no name, or `Unnamed: 0`, or `index`. */
  indexName?: string;
  costs?: Costs;
  /** How far measurements are off the line, either way, as a share. */
  noise?: number;
  /** Runaways, empty fields and line ends of both kinds. */
  hasTraps?: boolean;
}

export const COSTS: Costs = {
  inputWattHoursPerToken: 1.5e-5,
  outputWattHoursPerToken: 2.2e-4,
  requestWattHours: 4e-3,
};

const DEVICE_WATTS = 20;
const RUNAWAY_TOKENS = 285702;
const TEXT_FEATURES = 60;
const MEASURED = [
  'model_name,created_at,total_duration,load_duration,prompt_token_length,prompt_duration',
  'response_token_length,response_duration,prompt,response,energy_consumption_monitoring',
  'energy_consumption_llm_cpu,energy_consumption_llm_gpu,energy_consumption_llm_total,type',
  'clock_duration,start_time,end_time,energy_consumption_llm',
].join(',');
const WORDS = 'the,of energy\nis "measured" while a model, for example "gemma", writes\r\n'.split(
  ' ',
);

type Random = (bound: number) => number;

/** Text with commas, line ends and doubled quotes, as a field. */
function textField(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(' ');
  return `"${text.replaceAll('"', '""')}"`;
}

interface Row {
  inputTokens: number;
  outputTokens: number;
  kilowattHours: number;
}

/** The fields after the index, up to the text features. */
function measuredFields(row: Row, model: string, random: Random): (string | number)[] {
  const { inputTokens, outputTokens, kilowattHours } = row;
  const seconds = (kilowattHours * 3.6e6) / DEVICE_WATTS;
  const nanoseconds = Math.round(seconds * 1e9);
  const words = Math.min(outputTokens, 200);
  return [
    model,
    '2024-03-01T12:00:00.123456Z',
    nanoseconds,
    1200345,
    inputTokens,
    Math.round(nanoseconds / 20),
    outputTokens,
    Math.round(nanoseconds * 0.9),
    textField(random, Math.min(inputTokens, 80)),
    textField(random, words),
    kilowattHours / 50,
    kilowattHours * 0.3,
    kilowattHours * 0.7,
    kilowattHours,
    'alpaca',
    `0 days 00:00:${seconds.toFixed(6).padStart(9, '0')}`,
    '2024-03-01 12:00:00.123456',
    '2024-03-01 12:00:09.123456',
    kilowattHours,
  ];
}

function rowOf(options: MelodiOptions, random: Random, index: number): Row {
  const costs = options.costs ?? COSTS;
  const inputTokens = 5 + random(options.hasTraps === false ? 300 : 1500);
  const isRunaway = options.hasTraps !== false && index === 7;
  const outputTokens = isRunaway ? RUNAWAY_TOKENS : 1 + random(700);
  const noise = 1 + (options.noise ?? 0.1) * (random(2001) / 1000 - 1);
  const wattHours =
    costs.inputWattHoursPerToken * inputTokens +
    costs.outputWattHoursPerToken * outputTokens +
    costs.requestWattHours;
  return { inputTokens, outputTokens, kilowattHours: (wattHours * noise) / 1000 };
}

/** The line without its index, which comes first. */
function lineOf(options: MelodiOptions, random: Random, index: number): string {
  const fields = measuredFields(rowOf(options, random, index), options.model ?? 'gemma:2b', random);
  const hasTraps = options.hasTraps !== false;
  if (hasTraps && index % 97 === 11) fields[13] = fields[18] = fields[12] = '';
  if (hasTraps && index % 101 === 13) fields[4] = '';
  for (let at = 0; at < TEXT_FEATURES; at++) fields.push(random(100000) / 1000);
  return `,${fields.join(',')}${hasTraps && index % 3 === 0 ? '\r\n' : '\n'}`;
}

export function melodiHeader(options: MelodiOptions): string {
  const features = Array.from({ length: TEXT_FEATURES }, (_, at) => `text_feature_${at}`);
  return `${options.indexName ?? ''},${MEASURED},${features.join(',')}\n`;
}

/** Lines without their index: the same seed gives the same. */
export function melodiLines(options: MelodiOptions): string[] {
  const next = newRandom(options.seed);
  const random = (bound: number) => Math.floor(next() * bound);
  return Array.from({ length: options.rows }, (_, index) => lineOf(options, random, index));
}

/** A whole file. */
export function melodiFile(options: MelodiOptions): string {
  const lines = melodiLines(options).map((line, index) => `${index}${line}`);
  return melodiHeader(options) + lines.join('');
}
