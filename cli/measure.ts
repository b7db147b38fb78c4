import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import type {
  FullGramme,
  LocalFootprint,
  LocalRun,
  LocalSums,
  RunLabels,
} from '../web/core/node.ts';
import { NO_FILE } from '../web/files/in-place.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { exitStatus, StartError } from './measure/child.ts';
import { readMachine, systemName } from './measure/machine.ts';
import { openRapl, POWERCAP } from './measure/rapl.ts';
import { type RunToRecord, recordRun, rowFor, sideFileOf } from './measure/record.ts';
import { reportText } from './measure/report.ts';
import { measureCommand } from './measure/run.ts';
import { number } from './place-options.ts';
import { writeAtomically } from './write-file.ts';

interface MeasureOptions extends ConfigOptions {
  project: string;
  experiment?: string;
  output: string | false;
  interval: number;
  country?: string;
  pue?: number;
  wue?: number;
  tdp?: number;
  powercap: string;
  json?: string;
  live?: boolean;
  quiet?: boolean;
}

const DEFAULT_INTERVAL_SECONDS = 15;
const LONGEST_INTERVAL_SECONDS = 600;
const SHORTEST_INTERVAL_SECONDS = 0.1;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

function interval(text: string): number {
  const seconds = number(text);
  if (seconds < SHORTEST_INTERVAL_SECONDS || seconds > LONGEST_INTERVAL_SECONDS) {
    throw new InvalidArgumentError('0.1 to 600 seconds');
  }
  return seconds;
}

/** Local time without a zone, as CodeCarbon writes it. */
function timestamp(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${date}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`;
}

function labelsOf({ project, experiment }: MeasureOptions, runId: string): RunLabels {
  const os = systemName();
  const software = `gramme ${version}`;
  return {
    timestamp: timestamp(new Date()),
    project,
    runId,
    experimentId: experiment,
    os,
    software,
  };
}

/** Writes the run down; a failure costs nothing but the file: the row is printed instead. */
async function keep(file: string, run: RunToRecord): Promise<string[]> {
  try {
    const notes = await recordRun(file, run);
    return [...notes, `added to ${file} and ${sideFileOf(file)}`];
  } catch (error) {
    tell(`gramme: ${file} was not written: ${(error as Error).message}`);
    tell('gramme: what was there is as it was; header and row of this run, to add them later:');
    tell(rowFor(run, NO_FILE).text.trimEnd());
    return [];
  }
}

async function printRecord(file: string, record: object): Promise<void> {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (file === '-') {
    process.stderr.write(text);
    return;
  }
  await writeAtomically(file, text).catch((error: Error) => tell(`gramme: ${error.message}`));
}

interface Finished {
  gramme: FullGramme;
  run: LocalRun;
  /** Without folder and arguments, which may hold secrets. */
  program: string;
  status: number;
}

async function report(options: MeasureOptions, runId: string, finished: Finished): Promise<void> {
  const { gramme, run, program, status } = finished;
  const footprint = gramme.call('weighRun', run) as LocalFootprint;
  const labels = labelsOf(options, runId);
  const { machine, pue = 1, wueLitresPerKilowattHour = null } = run;
  const how = { program, exitStatus: status, machine, pue, wueLitresPerKilowattHour };
  const record = { ...labels, ...how, ...footprint };
  if (options.quiet !== true) tell(reportText(footprint));
  if (options.output !== false) {
    const notes = await keep(options.output, { gramme, run, labels, record });
    if (options.quiet !== true) for (const note of notes) tell(`gramme: ${note}`);
  }
  if (options.json !== undefined) await printRecord(options.json, record);
}

async function measure(command: string[], options: MeasureOptions): Promise<void> {
  const gramme = await startGramme(options);
  const runId = randomUUID();
  const rapl = openRapl(options.powercap);
  const machine = { ...readMachine(rapl.hasClosed), thermalDesignPowerWatts: options.tdp };
  const { country, pue, wue } = options;
  const runOf = (sums: LocalSums): LocalRun => {
    return { machine, sums, country, pue, wueLitresPerKilowattHour: wue };
  };
  const { interval: intervalSeconds, live: isLive = false } = options;
  try {
    const setting = { gramme, runId, rapl, runOf, intervalSeconds, isLive };
    const { sums, ended } = await measureCommand(setting, command);
    const status = exitStatus(ended);
    const program = basename(command[0] ?? '');
    await report(options, runId, { gramme, run: runOf(sums), program, status });
    process.exit(status);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    tell(`gramme: ${error.message}`);
    process.exit(error.status);
  }
}

export function addMeasure(program: Command): void {
  program
    .command('measure')
    .description('energy and carbon of a command on this machine: gramme measure -- COMMAND…')
    .argument('<command...>', 'what to run, behind "--"')
    .addOption(
      new Option('--project <name>', 'written with the run').default(
        basename(process.cwd()),
        "the folder's name",
      ),
    )
    .option('--experiment <id>', 'written with the run')
    .option(
      '-o, --output <file>',
      "add the run to this file of CodeCarbon's columns",
      'emissions.csv',
    )
    .option('--no-output', 'write no file')
    .option('--interval <seconds>', 'between samples', interval, DEFAULT_INTERVAL_SECONDS)
    .option(
      '-c, --country <region>',
      "whose electricity, such as FRA; the world's average if absent",
    )
    .option('--pue <factor>', 'power usage effectiveness of the place', number)
    .option('--wue <litres>', 'water use of the place, L per kWh', number)
    .option(
      '--tdp <watts>',
      "thermal design power of one processor, in place of the table's",
      number,
    )
    .option('--powercap <folder>', "where the processor's counters are", POWERCAP)
    .option('--json <file>', 'also write the run as JSON; "-" for standard error')
    .option('--live', 'show figures while it runs, also on the terminal that the command uses')
    .option('--quiet', 'print nothing but failures')
    .action(measure);
}
