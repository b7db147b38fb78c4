import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { budgetWith, fileStore, grams, newFolder } from './serving.ts';

const NAME = 'gramme-budget.json';
const ONE = { service: 'texts', language: 'fr', ...grams(1) };
const fileOf = (folder: string): string => join(folder, NAME);

const requestsIn = async (folder: string): Promise<number> =>
  (await budgetWith({ store: fileStore(folder) }).report()).day.total.requests;

test('what one process records another reads', async () => {
  const folder = join(newFolder(), 'made', 'when', 'needed');
  const [one, other] = [folder, folder].map((at) => budgetWith({ store: fileStore(at) }));
  assert.ok(one && other);
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? one : other).record(ONE)),
  );
  assert.equal((await one.report()).day.total.requests, 40);
  await other.record({ service: 'speech', ...grams(100) });
  assert.equal((await one.admit('speech', 'fr')).verdict, 'throttle');
  assert.deepEqual(readdirSync(folder), [NAME]);
});

/** Records until it is killed; how many it was told are kept. */
async function recordAndKill(folder: string, milliseconds: number): Promise<number> {
  const script = fileURLToPath(new URL('recorder.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      out += String(data);
      resolve();
    });
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await first;
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await closed;
  return out.split('\n').length - 1;
}

test('killed while it writes, everything that was said to be kept is there, once', async () => {
  const folder = newFolder();
  let kept = 0;
  let rounds = 0;
  for (const milliseconds of [0, 3, 7, 12, 19, 31]) {
    kept += await recordAndKill(folder, milliseconds);
    rounds++;
    const found = await requestsIn(folder);
    // One more may have been written in each round whose word did not come through.
    assert.ok(found >= kept && found <= kept + rounds, `${found} of ${kept}`);
  }
  assert.ok(kept > rounds);
  await budgetWith({ store: fileStore(folder) }).record(ONE);
  assert.deepEqual(readdirSync(folder), [NAME]);
});

test('a lock that a killed process has left stops nobody', async () => {
  const folder = newFolder();
  // No process has a number beyond the kernel's largest.
  writeFileSync(`${fileOf(folder)}.lock`, `4194305 ${hostname()}`);
  await budgetWith({ store: fileStore(folder) }).record(ONE);
  assert.equal(await requestsIn(folder), 1);
});

test('a damaged file is put aside under another name and told of, never overwritten', async () => {
  const folder = newFolder();
  const damaged = [
    'not JSON',
    '',
    '[]',
    '{"schema":1}',
    '{"schema":9,"days":[],"months":[]}',
    '{"schema":1,"days":[{"date":"2026-02-30","rows":[]}],"months":[]}',
    '{"schema":1,"days":[],"months":[{"date":"2026-02","rows":[["a","b",["x"]]]}]}',
    '['.repeat(100_000),
  ];
  for (const [index, text] of damaged.entries()) {
    writeFileSync(fileOf(folder), text);
    const told: string[] = [];
    const store = fileStore(folder, { tell: (message) => told.push(message) });
    const budget = budgetWith({ store });
    // Read first by one half, written first by the other.
    if (index % 2 === 0) assert.equal((await budget.admit('speech', 'fr')).verdict, 'allow');
    await budget.record(ONE);
    assert.equal((await budget.report()).day.total.requests, 1, text.slice(0, 80));
    assert.equal(told.length, 1, text.slice(0, 80));
    const aside = `${fileOf(folder)}.${index + 1}.bak`;
    assert.ok(told[0]?.includes(aside));
    assert.equal(readFileSync(aside, 'utf8'), text);
  }
});

test('a file of over 16 MiB is put aside without being read', async () => {
  const folder = newFolder();
  writeFileSync(fileOf(folder), Buffer.alloc((16 << 20) + 1, ' '));
  const told: string[] = [];
  const budget = budgetWith({ store: fileStore(folder, { tell: (line) => told.push(line) }) });
  await budget.record(ONE);
  assert.match(told[0] ?? '', /over 16 MiB/);
  assert.equal(statSync(`${fileOf(folder)}.1.bak`).size, (16 << 20) + 1);
});

test('names that look like members of objects are names', async () => {
  const folder = newFolder();
  const budget = budgetWith({ store: fileStore(folder) });
  await budget.record({ ...ONE, service: '__proto__', language: 'constructor' });
  const { byServiceAndLanguage } = (await budget.report()).day;
  assert.equal(byServiceAndLanguage[0]?.service, '__proto__');
});

/** The administrator may write everywhere: somebody else runs it then. */
const OTHER_USER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const COMMAND = inRoot('dist/cli.mjs');
const RECORD = ['--record', '--service', 'texts', '--language', 'fr', '--grams', '1'];
const canRun = spawnSync(process.execPath, [COMMAND, '--version'], OTHER_USER).status === 0;

/** A folder with what was used, and the arguments that record one more. */
async function filled() {
  const folder = newFolder();
  const state = join(folder, 'state');
  mkdirSync(state);
  const budgets = join(folder, 'budgets.yaml');
  writeFileSync(
    budgets,
    'budgets:\n- {id: a, service: texts, range: day, measure: tokens, limit: 5}\n',
  );
  chmodSync(folder, 0o755);
  const budget = budgetWith({ store: fileStore(state) });
  for (let index = 0; index < 40; index++) {
    await budget.record({ ...ONE, service: `service-${index}` });
  }
  const text = readFileSync(fileOf(state), 'utf8');
  return { state, text, args: [COMMAND, 'budget', budgets, '--state', state, ...RECORD] };
}

test('in a folder that cannot be written to, the file stays and the command fails', {
  skip: canRun ? false : 'no other user can run Node here',
}, async () => {
  const { state, text, args } = await filled();
  chmodSync(state, 0o555);
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', ...OTHER_USER });
  chmodSync(state, 0o755);
  assert.equal(ran.status, 2);
  assert.match(ran.stderr, /not written: EACCES/);
  assert.equal(readFileSync(fileOf(state), 'utf8'), text);
});

test('on a full disk the file stays, and nothing half written is left', async () => {
  const { state, text, args } = await filled();
  assert.ok(text.length > 8192);
  // No file may become larger than 8 KiB: writing fails in the middle, as on a full disk.
  const shell = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" "$@"`;
  const ran = spawnSync('bash', ['-c', shell, 'bash', ...args], { encoding: 'utf8' });
  assert.equal(ran.status, 2, ran.stderr);
  assert.match(ran.stderr, /not written: /);
  assert.equal(readFileSync(fileOf(state), 'utf8'), text);
  assert.deepEqual(readdirSync(state), [NAME]);
});
