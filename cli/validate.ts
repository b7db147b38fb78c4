import type { Command } from 'commander';
import type { FullGramme, KnownOfServer, Validation } from '../web/core/node.ts';
import { type ConfigOptions, gather, startGramme } from './config.ts';
import { readBytes } from './input.ts';
import { formatTable, print, printJson } from './output.ts';
import { SCORE_HEADER, scoreCells } from './scores.ts';

interface ValidateOptions extends ConfigOptions {
  method: string[];
  know: string[];
  json?: boolean;
  groups?: boolean;
  predictions?: boolean;
}

const DEFAULT_METHODS = ['roofline'];

const listOf = (text: string): string[] => text.split(',').filter((word) => word !== '');

function printGroups({ methods }: Validation): void {
  for (const { method, byFamily, byHardware } of methods) {
    for (const [what, groups] of Object.entries({ family: byFamily, hardware: byHardware })) {
      print(`\n${method} by ${what}`);
      print(
        formatTable(
          [what, ...SCORE_HEADER],
          groups.map((group) => [group.name, ...scoreCells(group)]),
        ),
      );
    }
  }
}

function printValidation(validation: Validation, hasGroups: boolean): void {
  const rows = validation.methods.map((score) => [
    `${score.method} (${score.profile})`,
    ...scoreCells(score),
  ]);
  print(formatTable(['method', ...SCORE_HEADER], rows));
  if (hasGroups) printGroups(validation);
  for (const { reason, rows: count } of validation.skipped) {
    print(`left out: ${count} rows, because ${reason}`);
  }
}

function check(gramme: FullGramme, csv: Uint8Array, options: ValidateOptions): Validation {
  const methods = options.method.flatMap(listOf);
  return gramme.validate(csv, {
    methods: methods.length === 0 ? DEFAULT_METHODS : methods,
    // The core checks each.
    know: options.know.flatMap(listOf) as KnownOfServer[],
    predictions: options.predictions === true,
  });
}

async function validate(file: string | undefined, options: ValidateOptions): Promise<void> {
  const validation = check(await startGramme(options), await readBytes(file), options);
  if (!options.json) return printValidation(validation, options.groups === true);
  printJson(validation);
}

export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('score methods on measurements of served models')
    .argument('[file]', 'CSV file (docs/data.md#measurements); standard input when absent or "-"')
    .option('--method <ids>', 'methods side by side, e.g. roofline,ecologits', gather, [])
    .option('--know <what>', 'told of each row: batch,accelerators,precision', gather, [])
    .option('--groups', 'also by family and by hardware')
    .option('--json', 'print the answer as JSON')
    .option('--predictions', "with --json, also each row's prediction")
    .action(validate);
}
