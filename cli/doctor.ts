import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { version } from '../package.json';
import type { FullGramme, Lists } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { readMachine } from './measure/machine.ts';
import { openRapl, POWERCAP } from './measure/rapl.ts';
import { formatTable, print, printJson } from './output.ts';

/** Something that is there or not, and what to do when it is not. */
interface Finding {
  what: string;
  state: 'ok' | 'missing' | 'note';
  detail: string;
}

/** How long a tool may take to say that it is there. */
const PATIENCE_MS = 5000;

const ok = (what: string, detail: string): Finding => ({ what, state: 'ok', detail });
const missing = (what: string, detail: string): Finding => ({ what, state: 'missing', detail });
const note = (what: string, detail: string): Finding => ({ what, state: 'note', detail });

/** The newest of the dates that figures of the catalog are as of. */
function catalogDate(gramme: FullGramme): string {
  const names: (keyof Lists)[] = ['models', 'regions', 'methods', 'providers', 'accelerators'];
  const dates = names.flatMap((name) =>
    (gramme.list(name) as { source: { asOf: string } }[]).map(({ source }) => source.asOf),
  );
  return dates.sort().at(-1) ?? '';
}

function catalogFindings(gramme: FullGramme): Finding[] {
  const { methodology, models, regions } = gramme.version();
  return [
    ok('gramme', `${version}, methodology ${methodology}`),
    ok('catalog', `${models} models, ${regions} regions, figures up to ${catalogDate(gramme)}`),
  ];
}

function vocabularyFinding(): Finding {
  const folder = fileURLToPath(new URL('vocabulary/', import.meta.url));
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.gvoc'));
    const bytes = files.reduce((sum, name) => sum + statSync(`${folder}${name}`).size, 0);
    return ok('vocabularies', `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  } catch {
    return missing('vocabularies', `${folder} cannot be read: install the package again`);
  }
}

function processorFinding(): Finding {
  const { cpuModel, threads, isVirtual } = readMachine(false);
  const where = isVirtual ? ', a virtual machine' : '';
  const name = cpuModel === '' ? 'model not told' : cpuModel;
  return note('processor', `${name}, ${threads} threads${where}`);
}

function raplFinding(): Finding {
  const rapl = openRapl(POWERCAP);
  const zones = rapl.read();
  if (zones.length > 0) return ok('energy counter', zones.map(({ name }) => name).join(', '));
  const reason = rapl.hasClosed
    ? `${POWERCAP} may be read by root alone: measure falls back to processor time`
    : 'none (RAPL): measure falls back to processor time and design power';
  return note('energy counter', reason);
}

function gpuFinding(): Finding {
  const { status, stdout } = spawnSync(
    'nvidia-smi',
    ['--query-gpu=name', '--format=csv,noheader'],
    {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
    },
  );
  const names = status === 0 ? stdout.trim().split('\n').join(', ') : '';
  return names === '' ? note('NVIDIA GPU', 'none found') : ok('NVIDIA GPU', names);
}

async function doctor(options: ConfigOptions & { json?: boolean }): Promise<void> {
  const gramme = await startGramme(options);
  const findings = [
    ...catalogFindings(gramme),
    ok('Node.js', `${process.version} on ${process.platform} ${process.arch}`),
    vocabularyFinding(),
    processorFinding(),
    raplFinding(),
    gpuFinding(),
  ];
  if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
  if (options.json) return printJson(findings);
  const marks = { ok: '✓', missing: '✗', note: '·' };
  const rows = findings.map(({ what, state, detail }) => [marks[state], what, detail]);
  print(formatTable(['', 'what', ''], rows));
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'what is installed and what can be measured here; status 1 when something is missing',
    )
    .option('--json', 'print the answer as JSON')
    .action(doctor);
}
