import type { Command } from 'commander';
import type { Calculated, Estimate, FullGramme } from '../web/core/node.ts';
import { type ConfigOptions, startGramme, withFile } from './config.ts';
import { readText } from './input.ts';
import { formatRange, formatTable, print, printJson, sourceLines, warningLines } from './output.ts';
import { compact, number } from './place-options.ts';

/** The method that the calculator had; any other one is an estimate. */
const AS_WRITTEN = 'prefill-decode-as-written';
const CORRECTED = 'prefill-decode';

interface CalculateOptions extends ConfigOptions {
  in_tok?: number;
  out_tok?: number;
  region?: string;
  use?: string;
  count?: number;
  pue?: number;
  intensity?: number;
  speed?: number;
  gpuPower?: number;
  cpuPower?: number;
  cpuShare?: number;
  calculatorConfig?: string;
  method: string;
  model?: string;
  json?: boolean;
}

async function asWritten(gramme: FullGramme, options: CalculateOptions): Promise<Calculated> {
  const request = compact({
    inputTokens: options.in_tok,
    outputTokens: options.out_tok,
    region: options.region,
    usageProfile: options.use,
    requests: options.count,
    pue: options.pue,
    carbonIntensityGramsCo2ePerKilowattHour: options.intensity,
    tokensPerSecond: options.speed,
    gpuPowerWatts: options.gpuPower,
    cpuPowerWatts: options.cpuPower,
    cpuShare: options.cpuShare,
  });
  const file = options.calculatorConfig;
  if (file === undefined) return gramme.calculate(request);
  const config = await readText(file);
  return withFile(file, () => gramme.calculate(request, config));
}

const kilo = (amount: number) => (amount / 1000).toFixed(9);

function asWrittenText(answer: Calculated): string {
  const grid = `PUE ${answer.pue}, ${answer.carbonIntensityGramsCo2ePerKilowattHour} gCO2e/kWh`;
  const rows = [
    ['kWh', kilo(answer.energyWattHours), kilo(answer.totalEnergyWattHours)],
    ['gCO2e', answer.gramsCo2e.toFixed(6), answer.totalGramsCo2e.toFixed(6)],
  ];
  return [
    `${answer.inputTokens} tokens in, ${answer.outputTokens} out · ${answer.region ?? 'own region'}: ${grid}`,
    formatTable(['', 'one request', `${answer.requests} in all`], rows),
    `time as written: ${answer.seconds.toFixed(6)} s · ${answer.method} ${answer.profile}`,
    ...warningLines(answer),
    ...sourceLines([answer.source]),
  ].join('\n');
}

/** The same question to a method that is no copy of the calculator: an estimate with its range. */
function estimateOf(gramme: FullGramme, options: CalculateOptions): Estimate {
  const { method, model, region, pue, intensity } = options;
  return gramme.estimate(
    compact({
      model,
      inputTokens: options.in_tok,
      outputTokens: options.out_tok,
      region,
      pue,
      carbonIntensityGramsCo2ePerKilowattHour: intensity,
      method,
    }),
  );
}

function estimateText(estimate: Estimate): string {
  return [
    `${estimate.modelName} · ${estimate.region} · ${estimate.method} ${estimate.profile}`,
    `energy  ${formatRange(estimate.energyWattHours)} Wh`,
    `carbon  ${formatRange(estimate.gramsCo2e)} gCO2e`,
    ...warningLines(estimate),
    ...sourceLines(estimate.sources),
  ].join('\n');
}

async function run(options: CalculateOptions): Promise<void> {
  const gramme = await startGramme(options);
  if (options.method === AS_WRITTEN) {
    const answer = await asWritten(gramme, options);
    return options.json ? printJson(answer) : print(asWrittenText(answer));
  }
  const estimate = estimateOf(gramme, options);
  return options.json ? printJson(estimate) : print(estimateText(estimate));
}

export function addCalculate(program: Command): void {
  program
    .command('calculate')
    .description("the command line of the calculator this project grew from; see also 'estimate'")
    .option('--in_tok <n>', 'tokens the model reads', number)
    .option('--out_tok <n>', 'tokens the model writes', number)
    .option('-r, --region <name>', 'region of the data centre, such as usa or france')
    .option('--method <id>', `${AS_WRITTEN} gives the calculator's own figures`, CORRECTED)
    .option('-m, --model <name>', 'model, for any other method')
    .option('--pue <factor>', 'own power usage effectiveness', number)
    .option('--intensity <grams>', 'own carbon intensity, gCO2e per kWh', number)
    .option('--use <name>', 'as written: tokens of chatbot, completion or translation', String)
    .option('--count <n>', 'as written: so many requests', number)
    .option('--speed <n>', 'as written: own speed, tokens per second', number)
    .option('--gpu-power <watts>', 'as written: own power of the GPU', number)
    .option('--cpu-power <watts>', 'as written: own power of the CPU', number)
    .option(
      '--cpu-share <share>',
      "as written: the CPU's share, 0 to 1; the GPU has the rest",
      number,
    )
    .option('--calculator-config <file>', "as written: a YAML configuration of the calculator's")
    .option('--json', 'print the answer as JSON')
    .action(run);
}
