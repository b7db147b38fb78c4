import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  COMMAND,
  csvRows,
  endOf,
  measure,
  newFolder,
  recordsIn,
  start,
  waitFor,
} from './measuring.ts';

const QUICK = ['--quiet', '--', 'true'];
const COLUMNS = 38;

/** The columns of CodeCarbon 2.x and a row of its. */
const OLDER = [
  'timestamp,project_name,run_id,duration,emissions,emissions_rate,cpu_power,gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,country_name,country_iso_code,region,cloud_provider,cloud_region,os,python_version,codecarbon_version,cpu_count,cpu_model,gpu_count,gpu_model,longitude,latitude,ram_total_size,tracking_mode,on_cloud,pue',
  '2023-01-02T03:04:05,"old, ""one""",r0,12.5,0.001,8e-05,42.5,0,5,0.1,0,0.01,0.11,France,FRA,,,,Linux,3.10,2.1.4,8,Intel,,,-0.12,48.8,16,machine,N,1.0',
  '',
].join('\n');

const csvOf = (folder: string): string => readFileSync(join(folder, 'emissions.csv'), 'utf8');

test('each run adds a row of 38 fields and a line of JSON', async () => {
  const folder = newFolder();
  for (const project of ['first', '=second, "quoted"']) {
    await measure(['--project', project, ...QUICK], folder);
  }
  const rows = csvRows(csvOf(folder));
  assert.deepEqual(
    rows.map((row) => row.length),
    [COLUMNS, COLUMNS, COLUMNS],
  );
  assert.deepEqual(
    rows.map((row) => row[1]),
    ['project_name', 'first', `'=second, "quoted"`],
  );
  const records = recordsIn(folder);
  assert.deepEqual(
    records.map(({ runId }) => runId),
    rows.slice(1).map((row) => row[2]),
  );
});

test('a file of 31 columns is carried over, and kept', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'emissions.csv'), OLDER);
  const ran = await measure(['--', 'true'], folder);
  assert.match(ran.error, /its rows were carried over/);
  assert.equal(readFileSync(join(folder, 'emissions.csv.1.bak'), 'utf8'), OLDER);
  const rows = csvRows(csvOf(folder));
  assert.deepEqual(
    rows.map((row) => row.length),
    [COLUMNS, COLUMNS, COLUMNS],
  );
  assert.deepEqual(rows[1]?.slice(0, 5), ['2023-01-02T03:04:05', 'old, "one"', 'r0', '', '12.5']);
  assert.equal(rows[1]?.[27], '-0.12');
});

test('a file that is something else is kept aside, under the first free number', async () => {
  const folder = newFolder();
  const other = 'date,amount\n2026-01-01,7\n';
  writeFileSync(join(folder, 'emissions.csv'), other);
  writeFileSync(join(folder, 'emissions.csv.1.bak'), 'mine');
  await measure(QUICK, folder);
  assert.equal(readFileSync(join(folder, 'emissions.csv.1.bak'), 'utf8'), 'mine');
  assert.equal(readFileSync(join(folder, 'emissions.csv.2.bak'), 'utf8'), other);
  assert.equal(csvRows(csvOf(folder)).length, 2);
});

test('a file with rows of different lengths is kept aside, not guessed at', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'emissions.csv'), `${OLDER}1,2,3\n`);
  await measure(QUICK, folder);
  assert.equal(readFileSync(join(folder, 'emissions.csv.1.bak'), 'utf8'), `${OLDER}1,2,3\n`);
  assert.equal(csvRows(csvOf(folder)).length, 2);
});

test('runs that end at the same time do not lose each other', async () => {
  const folder = newFolder();
  const runs = Array.from({ length: 8 }, () => measure(QUICK, folder));
  for (const ran of await Promise.all(runs)) assert.equal(ran.error, '');
  const rows = csvRows(csvOf(folder));
  assert.equal(rows.length, 9);
  assert.equal(new Set(rows.map((row) => row[2])).size, 9);
  assert.equal(recordsIn(folder).length, 8);
});

test('a lock that a killed process has left does not stop the next run', async () => {
  const folder = newFolder();
  // No process has a number beyond the kernel's largest.
  writeFileSync(join(folder, 'emissions.csv.lock'), `4194305 ${hostname()}`);
  const ran = await measure(QUICK, folder);
  assert.equal(ran.error, '');
  assert.deepEqual(readdirSync(folder).sort(), ['emissions.csv', 'emissions.jsonl']);
});

test('killed in the middle of writing, the earlier rows are all there', async () => {
  const folder = newFolder();
  await measure(QUICK, folder);
  const [header = '', row = ''] = csvOf(folder).split('\r\n');
  const earlier = `${header}\r\n${`${row}\r\n`.repeat(40_000)}`;
  writeFileSync(join(folder, 'emissions.csv'), earlier);
  let inTheMiddle = 0;
  for (let round = 0; round < 10; round++) {
    const child = start(QUICK, folder, { stdio: 'ignore' });
    const ended = endOf(child);
    const temporary = join(folder, `.emissions.csv.${child.pid}.tmp`);
    await waitFor(() => existsSync(temporary), child);
    await sleep(round * 3);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(temporary)) inTheMiddle++;
    const now = csvOf(folder);
    assert.ok(now.startsWith(earlier));
    assert.ok(now.endsWith('\r\n'));
  }
  assert.ok(inTheMiddle > 0);
  const before = csvOf(folder);
  assert.equal((await measure(QUICK, folder)).error, '');
  const after = csvOf(folder);
  assert.ok(after.startsWith(before));
  assert.equal(csvRows(after.slice(before.length)).length, 1);
  assert.deepEqual(readdirSync(folder).sort(), ['emissions.csv', 'emissions.jsonl']);
});

/** The administrator may write everywhere: somebody else runs it then. */
const WRITER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
/** Where the way to Node or to the project is the administrator's alone, nobody else can run it. */
const canRun = spawnSync(process.execPath, [COMMAND, '--version'], WRITER).status === 0;

test('in a folder that cannot be written to, the row is printed and the exit code stays', {
  skip: canRun ? false : 'no other user can run Node here',
}, async () => {
  const folder = newFolder();
  await measure(QUICK, folder);
  const before = csvOf(folder);
  const command = ['--country', 'FRA', '--', 'sh', '-c', 'exit 4'];
  chmodSync(folder, 0o555);
  const ran = await measure(command, folder, WRITER);
  chmodSync(folder, 0o755);
  assert.equal(ran.status, 4);
  assert.match(ran.error, /emissions\.csv was not written: EACCES/);
  assert.match(ran.error, /^timestamp,project_name,/m);
  assert.match(ran.error, /,France,FRA,/);
  assert.equal(csvOf(folder), before);
});

/** Runs where no file may become larger than 8 KiB: writing fails in the middle, as on a full disk. */
function onFullDisk(folder: string) {
  const shell = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "${COMMAND}" measure -- true`;
  return spawnSync('bash', ['-c', shell], { cwd: folder, encoding: 'utf8' });
}

for (const [what, header, row] of [
  ['38', undefined, undefined],
  ['31', ...OLDER.split('\n')],
]) {
  test(`on a full disk a file of ${what} columns is intact, and the row is printed`, async () => {
    const folder = newFolder();
    await measure(QUICK, folder);
    const [ownHeader = '', ownRow = ''] = csvOf(folder).split('\r\n');
    const earlier = `${header ?? ownHeader}\n${`${row ?? ownRow}\n`.repeat(100)}`;
    writeFileSync(join(folder, 'emissions.csv'), earlier);
    const ran = onFullDisk(folder);
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(ran.stderr, /emissions\.csv was not written: /);
    assert.match(ran.stderr, /^timestamp,project_name,/m);
    assert.equal(csvOf(folder), earlier);
    assert.deepEqual(readdirSync(folder).sort(), ['emissions.csv', 'emissions.jsonl']);
  });
}

test('a link stays a link', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'all.csv'), '');
  symlinkSync('real/all.csv', join(folder, 'emissions.csv'));
  await measure(QUICK, folder);
  assert.ok(lstatSync(join(folder, 'emissions.csv')).isSymbolicLink());
  assert.equal(csvRows(readFileSync(join(folder, 'real', 'all.csv'), 'utf8')).length, 2);
  assert.deepEqual(readdirSync(join(folder, 'real')).sort(), ['all.csv', 'all.jsonl']);
});
