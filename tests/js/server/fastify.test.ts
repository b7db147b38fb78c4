import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceReport } from '../../../web/core/node.ts';
import { newApp } from './app.ts';
import { budgetWith, clockAt, fileStore, grams, newFolder } from './serving.ts';

const SCRIPT = fileURLToPath(new URL('server-process.ts', import.meta.url));

function startServer(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    child.stdout.once('data', (port) =>
      resolve({ child, address: `http://127.0.0.1:${String(port).trim()}` }),
    );
  });
}

const post = (address: string, path: string, body: object) =>
  fetch(`${address}/use/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function stopped({ child }: { child: ChildProcess }): Promise<number | null> {
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.kill('SIGTERM');
  return closed;
}

test('200 requests at once to two processes over one folder: none is lost, none counts twice', async () => {
  const folder = newFolder();
  const servers = await Promise.all([startServer(folder), startServer(folder)]);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      post(servers[index % 2]?.address ?? '', 'texts/en', { grams: 1 + (index % 3) }),
    ),
  );
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.deepEqual(await Promise.all(servers.map(stopped)), [0, 0]);
  const { day } = await budgetWith({ store: fileStore(folder) }).report();
  assert.equal(day.total.requests, 200);
  // 67 × 1 + 67 × 2 + 66 × 3
  assert.equal(day.total.gramsCo2e.central, 399);
  assert.deepEqual(readdirSync(folder), ['gramme-budget.json']);
});

test('two processes overrun a limit by no more than what the other has in flight, and one', async () => {
  const folder = newFolder();
  await budgetWith({ store: fileStore(folder) }).record({ service: 'speech', ...grams(2) });
  const servers = await Promise.all([startServer(folder), startServer(folder)]);
  const inFlight = 5;
  const statuses: number[] = [];
  for (let round = 0; round < 12; round++) {
    const answers = await Promise.all(
      servers.flatMap(({ address }) =>
        Array.from({ length: inFlight }, () => post(address, 'speech/fr', { grams: 2 })),
      ),
    );
    statuses.push(...answers.map(({ status }) => status));
  }
  await Promise.all(servers.map(stopped));
  const { day } = await budgetWith({ store: fileStore(folder) }).report();
  const letIn = statuses.filter((status) => status === 200).length;
  assert.equal(day.total.gramsCo2e.central, 2 + 2 * letIn);
  assert.ok(statuses.includes(429));
  assert.ok(day.total.gramsCo2e.central >= 100);
  const most = 100 + 2 * (inFlight + 1);
  assert.ok(day.total.gramsCo2e.central <= most, `${day.total.gramsCo2e.central}`);
});

test('a throttled route answers 429 with Retry-After, another goes on, and the next day it is let in', async () => {
  const clock = clockAt('2026-01-15T22:59:00Z');
  const { app, budget } = await newApp({ now: clock.now });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  assert.equal((await post(address, 'speech/fr', { grams: 85 })).status, 200);
  const near = await post(address, 'speech/fr', { grams: 30 });
  assert.equal(near.headers.get('gramme-budget'), 'warn; budget="speech-day"; share=0.85');
  const full = await post(address, 'speech/en', { grams: 1 });
  assert.equal(full.status, 429);
  assert.equal(full.headers.get('retry-after'), '60');
  const body = (await full.json()) as { code: string; budgetId: string };
  assert.equal(body.code, 'budget_exceeded');
  assert.equal(body.budgetId, 'speech-day');
  assert.equal((await post(address, 'texts/fr', {})).status, 200);
  assert.deepEqual(await (await fetch(`${address}/free`)).json(), { isTracked: false });
  clock.set('2026-01-15T23:00:00Z');
  assert.equal((await post(address, 'speech/fr', { grams: 1 })).status, 200);
  await app.close();
  await budget.close();
});

test('the report is JSON or CSV, and what is asked besides is refused', async () => {
  const { app, budget } = await newApp();
  await budget.record({ service: 'speech', language: 'fr', ...grams(40) });
  const json = await app.inject('/emissions/report');
  const report = json.json<ServiceReport>();
  assert.equal(report.day.byService[0]?.gramsCo2e.central, 40);
  assert.equal(report.budgets.find(({ budgetId }) => budgetId === 'speech-day')?.share, 0.4);
  const csv = await app.inject('/emissions/report?format=csv');
  assert.match(String(csv.headers['content-type']), /^text\/csv/);
  assert.match(csv.body, /^day,\d{4}-\d\d-\d\d,speech,fr,1,/m);
  for (const query of ['format=xml', `date=${'1'.repeat(11)}`]) {
    assert.equal((await app.inject(`/emissions/report?${query}`)).statusCode, 400, query);
  }
  await app.close();
});

test('a handler that fails frees its place, and a connection that breaks too', async () => {
  const { app, budget } = await newApp();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  await budget.record({ service: 'speech', ...grams(50) });
  assert.equal((await post(address, 'speech/fr', { fails: true })).status, 500);
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const body = '{"grams":1}';
  socket.write(
    `POST /use/speech/fr HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await new Promise((resolve) => socket.write('', resolve));
  socket.destroy();
  await sleep(100);
  const { deciding } = await budget.admit('speech', 'fr');
  assert.equal(deciding?.reckonedShare, deciding?.share);
  await app.close();
});

test('paths may be others or none', async () => {
  const { app } = await newApp({}, { reportPath: '/co2', metricsPath: false });
  assert.equal((await app.inject('/co2')).statusCode, 200);
  assert.equal((await app.inject('/emissions/report')).statusCode, 404);
  assert.equal((await app.inject('/metrics')).statusCode, 404);
  await app.close();
});
