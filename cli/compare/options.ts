import { type Command, InvalidArgumentError } from 'commander';
import { GrammeError } from '../../web/core/node.ts';
import type { ConfigOptions } from '../config.ts';
import { addGridOptions, number, type PlaceOptions } from '../place-options.ts';
import type { Places } from './workload.ts';

export interface CompareOptions extends ConfigOptions, Omit<PlaceOptions, 'region' | 'method'> {
  models: string;
  regions?: string;
  methods?: string;
  by?: Places['by'];
  prompt?: string;
  answer?: string;
  inTokens?: number;
  outTokens?: number;
  json?: boolean;
  csv?: boolean;
  live?: boolean;
  stream: boolean;
  maxOutTokens: number;
  timeout: number;
  concurrency: number;
  retries: number;
  baseUrl?: string;
  history?: string;
}

const FIGURES: Record<string, Places['by']> = {
  carbon: 'gramsCo2e',
  energy: 'energyWattHours',
  water: 'waterLitres',
};

function figure(text: string): Places['by'] {
  const found = Object.hasOwn(FIGURES, text) ? FIGURES[text] : undefined;
  if (found === undefined) throw new InvalidArgumentError('carbon, energy or water');
  return found;
}

function between(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = number(text);
    if (value < low || value > high) throw new InvalidArgumentError(`${low} to ${high}`);
    return value;
  };
}

function whole(low: number, high: number): (text: string) => number {
  const read = between(low, high);
  return (text) => {
    const value = read(text);
    if (!Number.isInteger(value)) throw new InvalidArgumentError('a whole number is expected');
    return value;
  };
}

/** What belongs to the other way of comparing is refused instead of passed over. */
export function checkOptions(options: CompareOptions, given: (name: string) => boolean): void {
  const refuse = (flag: string, why: string): never => {
    throw new GrammeError('out_of_range', flag, why);
  };
  if (options.json && options.csv) refuse('--csv', 'either --json or --csv');
  const measured = ['inTokens', 'outTokens', 'answer'].find(given);
  const ofLive = ['baseUrl', 'history', 'maxOutTokens', 'timeout', 'concurrency', 'retries'];
  if (options.live) {
    if (measured !== undefined) refuse('--live', 'measures the tokens: give --prompt alone');
    if (options.prompt === undefined) refuse('--live', 'needs --prompt FILE, which is sent');
    return;
  }
  const other = [...ofLive, 'stream'].find(given);
  if (other !== undefined) refuse('--live', 'is missing: without it nothing is sent');
  if (options.outTokens === undefined && options.answer === undefined) {
    throw new GrammeError(
      'missing_key',
      '--out-tokens',
      'how long the answers are, or --answer FILE',
    );
  }
}

function addLiveOptions(command: Command): Command {
  return command
    .option(
      '--live',
      'really send the prompt, with your own keys from the environment, and measure',
    )
    .option('--no-stream', 'with --live: ask for whole answers instead of streams')
    .option('--max-out-tokens <n>', 'with --live: the longest answer', whole(1, 1e6), 1024)
    .option('--timeout <seconds>', 'with --live: for one attempt', between(0.1, 300), 120)
    .option('--concurrency <n>', 'with --live: models asked at once', whole(1, 64), 4)
    .option('--retries <n>', 'with --live: after rate limits and faults', whole(0, 10), 2)
    .option('--base-url <url>', 'with --live: an address of your own that speaks like OpenAI')
    .option('--history <file>', 'with --live: add the figures to this file, a line of JSON each');
}

export function addCompareOptions(command: Command): Command {
  command
    .requiredOption(
      '-m, --models <names>',
      'separated by commas: gpt-5,groq:llama-3.3-70b-versatile',
    )
    .option('--prompt <file>', "count the input from this file with each model's own encoding")
    .option('--in-tokens <n>', 'tokens the models read, in place of --prompt', number)
    .option('--answer <file>', 'count the output from this file')
    .option('--out-tokens <n>', 'tokens the models write, in place of --answer', number)
    .option('-r, --regions <ids>', "separated by commas; each provider's usual one if absent")
    .option('--methods <ids>', 'separated by commas; the usual one if absent')
    .option('--by <figure>', 'what is ranked: carbon (usual), energy or water', figure);
  addGridOptions(command)
    .option('--json', 'print the answer as JSON')
    .option('--csv', 'print the rows as CSV');
  return addLiveOptions(command);
}
