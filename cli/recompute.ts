import type { Command } from 'commander';
import type { Period, Recomputed, RecomputeRequest, RowChange } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { readText } from './input.ts';
import { parseRecord } from './lines.ts';
import { formatRange, formatTable, print, printJson } from './output.ts';

interface RecomputeOptions extends ConfigOptions {
  method?: string;
  profile?: string;
  json?: boolean;
}

const requestOf = (period: Period, { method, profile }: RecomputeOptions): RecomputeRequest => ({
  period,
  ...(method === undefined ? {} : { method }),
  ...(profile === undefined ? {} : { profile }),
});

function changeRow({ site, modelId, requests, before, after }: RowChange): string[] {
  return [
    site,
    modelId,
    String(requests),
    before.methodology,
    formatRange(before.gramsCo2e),
    after.methodology,
    formatRange(after.gramsCo2e),
    `× ${(after.gramsCo2e.central / before.gramsCo2e.central).toFixed(2)}`,
  ];
}

const header = ['site', 'model', 'requests', 'was', 'gCO2e', 'is', 'gCO2e', 'ratio'];

function describe({ period, changes }: Recomputed): string {
  const { gramsCo2e, energyWattHours } = period.stats;
  return [
    formatTable(header, changes.map(changeRow)),
    '',
    `${period.date}: ${formatRange(energyWattHours)} Wh, ${formatRange(gramsCo2e)} gCO2e`,
  ].join('\n');
}

async function recompute(file: string | undefined, options: RecomputeOptions): Promise<void> {
  const gramme = await startGramme(options);
  const period = parseRecord(await readText(file)) as unknown as Period;
  const result = gramme.recompute(requestOf(period, options));
  if (options.json) printJson(result);
  else print(describe(result));
}

export function addRecompute(program: Command): void {
  program
    .command('recompute')
    .description('weigh a stored day, month or year again, by a method of today')
    .argument('[file]', 'period as JSON (docs/data.md#periods); standard input when absent or "-"')
    .option('--method <id>', 'estimation method; the default one when absent')
    .option('--profile <id>', 'profile of the method')
    .option('--json', 'print the period and its changes as JSON')
    .action(recompute);
}
