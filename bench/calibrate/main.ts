// npm run bench:calibrate [-- --megabytes 256] [--rounds 3]
// How fast measurements are read and fitted, beside what Node brings along; on what is built.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatTable } from '../../cli/output.ts';
import { writeMelodi } from '../../tools/measurements/main.ts';
import { inRoot } from '../../tools/setup/paths.mjs';
import { format, median } from '../line.ts';

interface Run {
  seconds: number;
  peakKilobytes: number;
}

interface Engine {
  name: string;
  command: string[];
  /** Megabytes a second. */
  goal?: number;
}

const NATIVE = inRoot('build/native/tools/native/gramme_calibrate');
const script = (engine: string) => [process.execPath, inRoot('bench/calibrate/engine.mjs'), engine];

const ENGINES: Engine[] = [
  { name: 'gramme, native', command: [NATIVE], goal: 100 },
  { name: 'gramme, WASM in Node', command: script('gramme'), goal: 40 },
  { name: 'readline of Node (lines only)', command: script('readline') },
];

function build(): void {
  const target = ['--build', '--preset', 'native', '--target', 'gramme_calibrate'];
  const { status } = spawnSync('cmake', target, { cwd: inRoot(), stdio: 'ignore' });
  if (status !== 0) throw new Error('gramme_calibrate cannot be built: run npm run build first');
}

/** The last line that a process writes about itself, on whichever stream. */
function run({ name, command }: Engine, file: string): Run {
  const [program = '', ...rest] = command;
  const { status, stdout, stderr } = spawnSync(program, [...rest, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
  const line = `${stdout}${stderr}`.trim().split('\n').at(-1) ?? '';
  return JSON.parse(line) as Run;
}

function prepare(megabytes: number): string {
  const folder = inRoot('build/bench');
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/alpaca_gemma_2b_laptop1.csv`;
  const isThere = existsSync(file) && Math.floor(statSync(file).size / 1e6) >= megabytes;
  if (!isThere || statSync(file).size > (megabytes + 16) * 1e6) writeMelodi(file, megabytes * 1e6);
  return file;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '256' },
      rounds: { type: 'string', default: '3' },
      keep: { type: 'boolean', default: false },
    },
  });
  build();
  const file = prepare(Number(values.megabytes));
  const megabytes = statSync(file).size / 1e6;
  const runs = ENGINES.map((): Run[] => []);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [at, engine] of ENGINES.entries()) runs[at]?.push(run(engine, file));
  }
  const speeds = runs.map((of) => megabytes / median(of.map(({ seconds }) => seconds)));
  const peer = speeds.at(-1) ?? Number.NaN;
  const rows = ENGINES.map(({ name, goal }, at) => {
    const speed = speeds[at] ?? Number.NaN;
    const peak = Math.max(...(runs[at] ?? []).map(({ peakKilobytes }) => peakKilobytes)) / 1000;
    const isMet = goal === undefined ? '' : speed >= goal ? '✓' : '✗';
    const wanted = goal === undefined ? '' : `≥ ${goal}`;
    return [name, format(speed), wanted, isMet, format(speed / peer), format(peak)];
  });
  console.log(`${format(megabytes)} MB of 80 columns, median of ${values.rounds}`);
  console.log(formatTable(['engine', 'MB/s', 'goal', '', '× readline', 'peak MB'], rows));
  if (!values.keep) rmSync(file);
}

main();
