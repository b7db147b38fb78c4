import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type Answer,
  type DoorRequest,
  nativeEngine,
  wasmEngine,
} from '../../tools/conformance/engines.ts';
import { relativeError } from '../../tools/conformance/replay.ts';

const TOLERANCE = 1e-12;
const REGIONS = ['fra', 'usa', 'wor', 'isl', 'zaf'];
const METHODS = [
  'ecologits',
  'prefill-decode',
  'prefill-decode-as-written',
  'duration',
  'duration-as-written',
  'per-token',
  'jegham-2025',
  'epoch-2025',
];

const native = nativeEngine();
const wasm = await wasmEngine();

async function answered(request: DoorRequest): Promise<unknown> {
  const [answer] = await native.answer([request]);
  assert.ok(answer?.ok, `${request.call} must answer`);
  return answer.value;
}

/** Every leaf of a document by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${path}/${key}`));
}

function assertSame(expected: Answer, actual: Answer, name: string): void {
  const wanted = leaves(expected);
  const given = new Map(leaves(actual));
  assert.equal(given.size, wanted.length, name);
  for (const [path, value] of wanted) {
    const other = given.get(path);
    if (typeof value !== 'number' || typeof other !== 'number') {
      assert.equal(other, value, `${name} ${path}`);
      continue;
    }
    const error = relativeError({ name: path, actual: other, expected: value });
    assert.ok(error <= TOLERANCE, `${name} ${path}: ${other} against ${value}`);
  }
}

async function assertParity(requests: DoorRequest[]): Promise<void> {
  const [expected, actual] = [await native.answer(requests), await wasm.answer(requests)];
  requests.forEach((request, index) => {
    const [left, right] = [expected[index], actual[index]];
    assert.ok(left !== undefined && right !== undefined);
    assertSame(left, right, JSON.stringify(request));
  });
}

test('native and WASM give the same estimate for every model, method and region', async () => {
  const models = (await answered({ call: 'list', request: { what: 'models' } })) as {
    id: string;
  }[];
  const requests = models.flatMap(({ id }) =>
    METHODS.flatMap((method) =>
      REGIONS.map((region) => ({
        call: 'estimate',
        request: { model: id, method, region, inputTokens: 321, outputTokens: 654.5 },
      })),
    ),
  );
  assert.ok(requests.length >= 400);
  await assertParity(requests);
});

test('native and WASM refuse the same requests in the same way', async () => {
  await assertParity([
    { call: 'nothing', request: {} },
    { call: 'estimate', request: {} },
    { call: 'estimate', request: { model: 'gpt-5', outputTokens: -1 } },
    { call: 'estimate', request: { model: 'gpt-5', outputTokens: 1, region: 'atlantis' } },
    { call: 'list', request: { what: 'planets' } },
    { call: 'record', request: { exchange: { model: 'gpt-5', outputTokens: 1 }, date: '2026' } },
  ]);
});

test('native and WASM list the same catalog', async () => {
  const lists = [
    'models',
    'regions',
    'methods',
    'encodings',
    'providers',
    'accelerators',
    'architectures',
  ];
  await assertParity(lists.map((what) => ({ call: 'list', request: { what } })));
});

test('native and WASM weigh a run on this machine the same', async () => {
  const sample = (second: number) => ({
    milliseconds: 1000.1 * second,
    ownPid: 9,
    waitedTicks: [second, 3],
    processes: [
      { pid: 11, startedTicks: 5, parent: 1, ticks: [7.0 * second], memoryKilobytes: 900 },
    ],
    machineTicks: [11 * second, 0, 3, 50 * second, 1, 0, 0, 0],
    availableMemoryKilobytes: 1e6 + second,
    gpus: [{ id: 'GPU-1', name: 'NVIDIA L4', powerWatts: 30.7 + second, utilizationPercent: 33 }],
  });
  let sums: unknown;
  for (const second of [0, 1, 2, 7]) {
    const request = { call: 'addSample', request: { sums, sample: sample(second) } };
    await assertParity([request]);
    sums = await answered(request);
  }
  const machine = {
    cpuModel: 'AMD EPYC 7763 64-Core Processor',
    threads: 128,
    memoryKilobytes: 9e7,
  };
  const run = { machine, sums, country: 'deu', pue: 1.3, wueLitresPerKilowattHour: 0.7 };
  const labels = { timestamp: 't', project: 'p', runId: 'r', os: 'o', software: 's' };
  await assertParity([
    { call: 'weighRun', request: run },
    { call: 'emissionsRow', request: { run, labels } },
    { call: 'weighRun', request: { ...run, pue: 0.9 } },
  ]);
});

test('native and WASM weigh, add, judge and report what services use the same', async () => {
  const uses = [
    { exchange: { model: 'gpt-5', inputTokens: 321, outputTokens: 654.5, region: 'deu' } },
    { workload: { kind: 'transcription', audioSeconds: 333, region: 'fra' } },
    { workload: { kind: 'translation', characters: 4321 } },
    { measured: { energyWattHours: 12.3, region: 'pol' } },
  ];
  const weighed = uses.map((use) => ({
    call: 'weighServiceUse',
    request: { service: 's', language: 'fr', ...use },
  }));
  await assertParity(weighed);
  const rows: unknown[] = [];
  for (const request of weighed) rows.push(((await answered(request)) as { row: unknown }).row);
  const budget = { id: 'b', service: 's', range: 'month', measure: 'wattHours', limit: 40 };
  const added = {
    call: 'addServiceUse',
    request: { budgets: [budget], uses: rows.map((row) => ({ date: '2026-01-31', row })) },
  };
  await assertParity([added]);
  const state = await answered(added);
  const asked = { budgets: [budget], state, date: '2026-01-31' };
  const inFlight = [{ service: 's', language: 'fr', requests: 3 }];
  await assertParity([
    { call: 'judgeService', request: { ...asked, service: 's', language: 'fr', inFlight } },
    { call: 'reportServices', request: asked },
    { call: 'reportServices', request: { ...asked, format: 'csv' } },
    { call: 'addServiceUse', request: { state: { schema: 7 }, uses: [] } },
  ]);
});
