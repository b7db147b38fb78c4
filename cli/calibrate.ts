import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type CalibrationFit,
  type CalibrationGroup,
  type CalibrationResult,
  GrammeError,
  loadGramme,
} from '../web/core/node.ts';
import { compiledCore } from './compiled-core.ts';
import { type LargeFile, largeFiles, startReading } from './large-files.ts';
import { formatTable, print, printJson } from './output.ts';
import { writeAtomically } from './write-file.ts';

interface CalibrateOptions {
  hardware?: string;
  out?: string;
  json?: boolean;
}

const TOKENS = 1000;
const DIGITS = 4;

const HEADER = [
  'model',
  'hardware',
  'rows',
  'Wh per 1000 tokens in',
  'Wh per 1000 tokens out',
  'Wh per request',
  'held-out error',
  'median',
  'R²',
  '5-95 % band',
  'in the band',
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const figure = (value: number): string => String(Number(value.toPrecision(DIGITS)));

function cells({ model, hardware }: CalibrationGroup, fit: CalibrationFit): string[] {
  const { low, high } = fit.residualFactor;
  return [
    model,
    hardware,
    String(fit.rows),
    figure(fit.inputWattHoursPerToken * TOKENS),
    figure(fit.outputWattHoursPerToken * TOKENS),
    figure(fit.requestWattHours),
    percent(fit.heldOut.mape),
    percent(fit.heldOut.medianApe),
    fit.heldOut.r2.toFixed(3),
    `× ${low.toFixed(2)}-${high.toFixed(2)}`,
    percent(fit.heldOut.bandCoverage),
  ];
}

function printResult({ groups, skipped, rows, keptRows }: CalibrationResult): void {
  const fitted = groups.flatMap((group) => (group.fit === null ? [] : [cells(group, group.fit)]));
  print(formatTable(HEADER, fitted));
  for (const { model, hardware, fit, refusal } of groups) {
    if (refusal !== null) print(`not fitted: ${model} on ${hardware}: ${refusal}`);
    if (fit !== null && fit.outliers > 0) {
      print(`left out: ${fit.outliers} rows of ${model} on ${hardware}, more than five times off`);
    }
  }
  for (const { reason, rows: count, firstFile, firstRow } of skipped) {
    print(`left out: ${count} rows, because ${reason} (first: row ${firstRow} of ${firstFile})`);
  }
  if (keptRows < rows) print(`fitted to ${keptRows} of ${rows} rows, drawn evenly`);
}

function* measurementFiles(files: Iterable<LargeFile>, hardware: string | undefined) {
  for (const file of files) yield hardware === undefined ? file : { ...file, hardware };
}

async function calibrate(files: string[], options: CalibrateOptions): Promise<void> {
  const named = files.filter((file) => file !== '-');
  const { out } = options;
  if (out !== undefined && named.some((file) => resolve(file) === resolve(out))) {
    throw new GrammeError('out_of_range', out, 'the measurements themselves would be overwritten');
  }
  const progress = await startReading('calibrating', files);
  const gramme = await loadGramme({ compiled: compiledCore() });
  const result = await gramme.calibrate(
    measurementFiles(largeFiles(files, progress), options.hardware),
  );
  progress.end();
  if (options.json) printJson(result);
  else printResult(result);
  if (out === undefined) return;
  await writeAtomically(out, result.overlay);
  if (!options.json) print(`wrote ${out}: other commands take it with --config`);
}

export function addCalibrate(program: Command): void {
  program
    .command('calibrate')
    .description('fit energy per token to your own measurements, or to those of MELODI')
    .argument('<files...>', 'CSV files (docs/data.md#calibration-files); "-" for standard input')
    .option('--hardware <name>', 'where it was measured, if no column and no file name says so')
    .option('--out <file>', 'write the YAML config that other commands take with --config')
    .option('--json', 'print the answer as JSON')
    .action(calibrate);
}
