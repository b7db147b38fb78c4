import { type Command, Option } from 'commander';
import type { Use } from '../web/core/node.ts';
import { GrammeError } from '../web/core/node.ts';
import { calendarOf, ownTimeZone } from '../web/core/zone-clock.ts';
import { createBudget, type ServiceBudgets } from '../web/server/create-budget.ts';
import { fileStore } from '../web/server/file-store.ts';
import { checkText, reportText } from './budget-view.ts';
import { type ConfigOptions, startGramme, withFile } from './config.ts';
import { readBytes } from './input.ts';
import { print, printJson } from './output.ts';
import { addPlaceOptions, compact, number, type PlaceOptions, placeOf } from './place-options.ts';

interface BudgetCommandOptions extends ConfigOptions, PlaceOptions {
  state: string;
  date?: string;
  timeZone?: string;
  record?: boolean;
  check?: boolean;
  service?: string;
  language: string;
  model?: string;
  inTokens?: number;
  cachedTokens?: number;
  outTokens?: number;
  kind?: string;
  audioSeconds?: number;
  characters?: number;
  outCharacters?: number;
  wattHours?: number;
  grams?: number;
  json?: boolean;
  csv?: boolean;
}

/** A budget that is throttled by now: a failed check. */
const FAILED = 1;

/** The moment that `--date` means: its first. */
function clockOf({ date, timeZone }: BudgetCommandOptions): { now?: () => number } {
  if (date === undefined) return {};
  const calendar = calendarOf(timeZone ?? ownTimeZone());
  const seconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? calendar.startOf(date) : 0;
  if (calendar.dateAt(seconds) !== date) {
    throw new GrammeError('out_of_range', '--date', 'a date such as 2026-01-15');
  }
  return { now: () => seconds * 1000 };
}

/** What the options say was used; the core checks it all. */
function useOf(options: BudgetCommandOptions): Use {
  const { model, kind, wattHours, grams } = options;
  const tokens = { inputTokens: options.inTokens, outputTokens: options.outTokens };
  const place = placeOf(options);
  const texts = { characters: options.characters, outputCharacters: options.outCharacters };
  const isMeasured = wattHours !== undefined || grams !== undefined;
  const measured = { energyWattHours: wattHours, gramsCo2e: grams, ...tokens, ...place };
  const workload = { kind, audioSeconds: options.audioSeconds, ...texts, ...tokens, ...place };
  const exchange = { model, cachedInputTokens: options.cachedTokens, ...tokens, ...place };
  return compact({
    exchange: model === undefined ? undefined : compact(exchange),
    workload: kind === undefined ? undefined : compact(workload),
    measured: isMeasured ? compact(measured) : undefined,
  }) as Use;
}

function serviceOf({ service }: BudgetCommandOptions): string {
  if (service !== undefined) return service;
  throw new GrammeError('missing_key', '--service', 'whose request it is must be said');
}

async function check(budgets: ServiceBudgets, options: BudgetCommandOptions): Promise<void> {
  const admission = await budgets.admit(serviceOf(options), options.language);
  admission.cancel();
  if (admission.verdict === 'throttle') process.exitCode = FAILED;
  if (options.json) printJson(admission);
  else print(checkText(admission));
}

async function report(budgets: ServiceBudgets, options: BudgetCommandOptions): Promise<void> {
  const found = await budgets.report();
  if (found.budgets.some(({ verdict }) => verdict === 'throttle')) process.exitCode = FAILED;
  if (options.csv) process.stdout.write(await budgets.reportCsv());
  else if (options.json) printJson(found);
  else print(reportText(found));
}

async function budget(file: string, options: BudgetCommandOptions): Promise<void> {
  const gramme = await startGramme(options);
  const text = await readBytes(file);
  const { state, timeZone, language } = options;
  const tell = (message: string) => void process.stderr.write(`gramme: ${message}\n`);
  const budgets = createBudget({
    gramme,
    budgets: withFile(file, () => gramme.serviceBudgets(text)),
    store: fileStore(state, { tell }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...clockOf(options),
  });
  if (options.check) return check(budgets, options);
  if (options.record) {
    await budgets.record({ ...useOf(options), service: serviceOf(options), language });
  }
  await report(budgets, options);
}

export function addBudget(program: Command): void {
  const command = program
    .command('budget')
    .description('what services used of their budgets by day and month; warns and throttles')
    .argument('<budgets>', 'YAML or JSON file (docs/budget.md); "-" for standard input')
    .option('--state <folder>', 'where what was used is kept', 'gramme-budget')
    .option('--date <date>', 'the local day, such as 2026-01-15; today by default')
    .option('--time-zone <zone>', "whose midnight begins a day; the machine's by default")
    .addOption(new Option('--check', 'ask whether one more request may be let in').conflicts('csv'))
    .addOption(new Option('--record', 'record what a request used').conflicts('check'))
    .option('--service <name>', 'whose request it is')
    .option('--language <name>', 'its language', 'any')
    .option('-m, --model <name>', 'record an exchange with this model')
    .option('--in-tokens <n>', 'tokens read for the first time', number)
    .option('--cached-tokens <n>', 'tokens read from a prefix cache', number)
    .option('--out-tokens <n>', 'tokens written', number)
    .option(
      '--kind <name>',
      'record a file: transcription, translation, text-generation or a profile',
    )
    .option('--audio-seconds <n>', 'its duration', number)
    .option('--characters <n>', 'its length', number)
    .option('--out-characters <n>', 'length of what is written of it', number)
    .option('--watt-hours <n>', 'record energy that was measured at the machine', number)
    .option('--grams <n>', 'record emissions that were measured, gCO2e', number);
  addPlaceOptions(command)
    .option('--json', 'print the answer as JSON')
    .option('--csv', 'print a line for each service and language as CSV')
    .action(budget);
}
