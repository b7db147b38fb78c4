import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import {
  busy,
  endOf,
  measure,
  newFolder,
  type RunRecord,
  recordOf,
  recordsIn,
  start,
  waitFor,
} from './measuring.ts';

const codesOf = (record: RunRecord) => record.warnings.map(({ code }) => code);

function between(value: number | null, low: number, high: number): void {
  assert.ok(value !== null && value >= low && value <= high, `${value} is not in ${low}-${high}`);
}

test('processor time of a grandchild is counted', async () => {
  const { record } = await recordOf(`sh -c '${busy(1)}; true'; true`);
  // Counted in hundredths of a second.
  between(record.cpuSeconds, 0.97, 1.6);
  assert.equal(record.cpu.method, 'tdp_load');
});

test('a descendant that nobody waits for is counted', async () => {
  const daemon = `setsid sh -c '${busy(1.5)}; touch done' > /dev/null 2>&1 &`;
  const shell = `${daemon} until [ -e done ]; do sleep 0.1; done; sleep 0.3`;
  const { record } = await recordOf(shell, ['--interval', '0.2']);
  // What it did after it was last seen is not known.
  between(record.cpuSeconds, 1, 2.2);
});

test('a descendant that goes on is told of', async () => {
  const { record } = await recordOf('setsid sleep 3 > /dev/null 2>&1 & sleep 0.1');
  assert.ok(codesOf(record).includes('processes_left'));
});

test('a command that sleeps takes hardly any processor time', async () => {
  const { record } = await recordOf('sleep 1');
  assert.ok(record.seconds >= 1);
  between(record.cpuSeconds, 0, 0.1);
});

test('input, output and exit code are those of the command', async () => {
  const folder = newFolder();
  const ran = await measure(['--', 'sh', '-c', 'cat; echo to-error >&2; exit 3'], folder);
  assert.equal(ran.status, 3);
  assert.equal(ran.out, 'typed in');
  assert.match(ran.error, /^to-error\n/);
});

test('arguments behind -- are not taken for options', async () => {
  const folder = newFolder();
  const ran = await measure(['--quiet', '--', 'echo', '--json', '-x', '--', 'a b'], folder);
  assert.equal(ran.out, '--json -x -- a b\n');
  assert.equal(ran.error, '');
});

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} reaches the command, and its run is written down`, async () => {
    const folder = newFolder();
    const command = ['sh', '-c', 'touch begun; exec sleep 20'];
    const child = start(['--quiet', '--', ...command], folder, { stdio: 'ignore' });
    await waitFor(() => existsSync(join(folder, 'begun')), child);
    child.kill(signal);
    assert.equal(await endOf(child), status);
    assert.equal(recordsIn(folder).length, 1);
  });
}

test('a command that handles a signal ends in its own way', async () => {
  const folder = newFolder();
  const command = ['sh', '-c', 'trap "exit 7" TERM; touch begun; sleep 20 & wait'];
  const child = start(['--quiet', '--', ...command], folder, { stdio: 'ignore' });
  await waitFor(() => existsSync(join(folder, 'begun')), child);
  child.kill('SIGTERM');
  assert.equal(await endOf(child), 7);
});

test('a command that is not there is 127, one that is no program 126; nothing is written', async () => {
  const folder = newFolder();
  assert.equal((await measure(['--', 'no-such-command-here'], folder)).status, 127);
  writeFileSync(join(folder, 'data'), 'no program');
  assert.equal((await measure(['--', './data'], folder)).status, 126);
  assert.equal(existsSync(join(folder, 'emissions.csv')), false);
});

test('a wrong option stops before the command begins', async () => {
  const folder = newFolder();
  for (const args of [
    ['--pue', '0.5'],
    ['--pue', 'x'],
    ['--interval', '0'],
    ['--tdp', '-1'],
  ]) {
    const ran = await measure([...args, '--', 'touch', 'begun'], folder);
    assert.equal(ran.status, 2, ran.error);
  }
  assert.equal(existsSync(join(folder, 'begun')), false);
});

test('an unknown country is told of and counted as the world', async () => {
  const { record, ran } = await recordOf('true', ['--country', 'atlantis']);
  assert.equal(record.region, '_world');
  assert.ok(codesOf(record).includes('unknown_region'));
  assert.match(ran.error, /^gramme: "atlantis" is not a known region/);
});

/** A folder as /sys/class/powercap; each zone with its name and its counter. */
function powercap(zones: Record<string, [string, string]>): string {
  const folder = newFolder();
  for (const [id, [name, counter]] of Object.entries(zones)) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, 'name'), `${name}\n`);
    writeFileSync(join(folder, id, 'energy_uj'), `${counter}\n`);
    writeFileSync(join(folder, id, 'max_energy_range_uj'), '262143328850\n');
  }
  return folder;
}

test("the processor's own counter is read, also when it begins anew", async () => {
  const folder = powercap({
    'intel-rapl:0': ['package-0', '262143328800'],
    'intel-rapl:0:0': ['core', '0'],
  });
  const shell = `echo 7199999950 > ${folder}/intel-rapl:0/energy_uj; echo 9 > ${folder}/intel-rapl:0:0/energy_uj`;
  const { record } = await recordOf(shell, ['--powercap', folder, '--country', 'fra']);
  assert.equal(record.cpu.method, 'rapl');
  // 50 µJ up to the maximum and 7,199,999,950 µJ from zero: 7200 J are 2 Wh.
  assert.ok(Math.abs(record.cpu.energyWattHours.central - 2) < 1e-9);
  assert.ok(record.cpu.energyWattHours.low <= 2);
  assert.equal(record.thermalDesignPowerWatts, null);
});

test('the memory-mapped counter comes before the other one', async () => {
  const folder = powercap({
    'intel-rapl:0': ['package-0', '0'],
    'intel-rapl-mmio:0': ['package-0', '0'],
  });
  const shell = `echo 3600000000 > ${folder}/intel-rapl-mmio:0/energy_uj; echo 9000000000 > ${folder}/intel-rapl:0/energy_uj`;
  const { record } = await recordOf(shell, ['--powercap', folder]);
  assert.ok(Math.abs(record.cpu.energyWattHours.central - 1) < 1e-9);
});

test('a counter that may not be read is told of', async () => {
  const folder = newFolder();
  const zone = join(folder, 'intel-rapl:0');
  // A folder in place of the file: nobody can read it, not even the administrator.
  mkdirSync(join(zone, 'energy_uj'), { recursive: true });
  writeFileSync(join(zone, 'name'), 'package-0\n');
  writeFileSync(join(zone, 'max_energy_range_uj'), '1000\n');
  const { record } = await recordOf('true', ['--powercap', folder]);
  assert.equal(record.cpu.method, 'tdp_load');
  assert.ok(codesOf(record).includes('rapl_not_readable'));
});

function withTool(script: string): NodeJS.ProcessEnv {
  const folder = newFolder();
  writeFileSync(join(folder, 'nvidia-smi'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
}

test("graphics processors are read with NVIDIA's tool", async () => {
  const env = withTool(
    'while :; do echo "GPU-1, NVIDIA A100, 360.00, 40"; echo "GPU-2, NVIDIA A100, 360.00, 60"; sleep 0.1; done',
  );
  const { record } = await recordOf('sleep 2', ['--interval', '0.5'], env);
  assert.equal(record.gpu?.method, 'nvml');
  // Two of 360 W.
  between(record.gpu?.powerWatts.central ?? 0, 719, 721);
  between(record.gpu?.powerWatts.low ?? 0, 709, 711);
});

test('a command that ends before the first reading has one all the same', async () => {
  const env = withTool('sleep 0.5; echo "GPU-1, NVIDIA L4, 36.00, 0"; sleep 5');
  const { record } = await recordOf('true', [], env);
  between(record.gpu?.powerWatts.central ?? 0, 35.9, 36.1);
});

test('a reading that cannot be is left out, and the command goes on', async () => {
  const env = withTool('while :; do echo "GPU-1, NVIDIA L4, 9999999, 0"; sleep 0.1; done');
  const { record, ran } = await recordOf('sleep 0.5; exit 5', [], env);
  assert.equal(ran.status, 5);
  assert.match(ran.error, /a reading is left out: \/sample\/gpus\/0\/powerWatts/);
  assert.equal(record.gpu, null);
  assert.ok(record.seconds >= 0.5);
});

test('a tool that finds no driver is no graphics processor', async () => {
  const { record } = await recordOf(
    'sleep 0.5',
    [],
    withTool('echo "NVIDIA-SMI has failed"; exit 9'),
  );
  assert.equal(record.gpu, null);
});

test('the whole record can be written as JSON, to a file or to standard error', async () => {
  const folder = newFolder();
  const file = ['--json', 'run.json', '--no-output', '--quiet', '--project', 'p'];
  const ran = await measure([...file, '--', 'true'], folder);
  assert.equal(ran.error, '');
  const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunRecord;
  assert.equal(record.project, 'p');
  assert.equal(existsSync(join(folder, 'emissions.csv')), false);
  const told = await measure(['--json', '-', '--no-output', '--quiet', '--', 'echo', 'x'], folder);
  assert.equal(told.out, 'x\n');
  assert.equal((JSON.parse(told.error) as RunRecord).program, 'echo');
});
