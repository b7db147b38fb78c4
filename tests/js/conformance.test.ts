import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

const VECTORS = 'tests/fixtures/vectors';
const FILES = [
  'ai_impact_tracker',
  'claude_carbon',
  'co2js_0_19',
  'codecarbon',
  'ecologits_0_11_2',
  'ecologits_0_9_1',
  'epoch',
  'gsf_sci',
  'jegham',
  'llmcarbon',
  'tokens',
  'tokens_open',
];

interface EcologitsFile {
  kind: string;
  cases: { expected: { energy: number }; error?: string }[];
}

function runOn(folder: string) {
  return spawnSync('node', ['--import', 'tsx', 'tools/conformance/run.ts', folder], {
    encoding: 'utf8',
  });
}

/** Runs the conformance tool over a changed copy of the EcoLogits vectors. */
function runChanged(change: (file: EcologitsFile) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-vectors-'));
  try {
    const copy = join(folder, 'changed.json');
    cpSync(`${VECTORS}/ecologits_0_11_2.json`, copy);
    const file = JSON.parse(readFileSync(copy, 'utf8')) as EcologitsFile;
    change(file);
    writeFileSync(copy, JSON.stringify(file));
    return runOn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every vector of the project passes on both engines', () => {
  const run = runOn(VECTORS);
  assert.equal(run.status, 0, run.stdout + run.stderr);
  for (const file of FILES) {
    for (const engine of ['native', 'wasm']) {
      assert.match(run.stdout, new RegExp(`^${file}\\.json ${engine} (\\d+)/\\1,`, 'm'));
    }
  }
});

test('cases that no method of ours answers are named', () => {
  const { stdout } = runOn(VECTORS);
  assert.match(stdout, /^codecarbon\.json native 20\/20,.*, skipped 3: private_infra_region USA/m);
  assert.match(stdout, /^ai_impact_tracker\.json wasm 5\/5,.*, skipped 1: 0 tokens \(floor\)$/m);
  assert.doesNotMatch(stdout, /^jegham.*skipped/m);
});

test('a figure that differs by one part in a million fails the run', () => {
  const run = runChanged((file) => {
    const [first] = file.cases;
    if (first !== undefined) first.expected.energy *= 1 + 1e-6;
  });
  assert.equal(run.status, 1);
  assert.match(run.stdout, /native 38\/39/);
});

test('a case that should be refused and is answered fails the run', () => {
  const run = runChanged((file) => {
    for (const entry of file.cases.slice(0, 1)) entry.error = 'ValueError';
  });
  assert.equal(run.status, 1);
  assert.match(run.stdout, /an error was expected/);
});

test('a kind without a method is named as skipped and passes', () => {
  const run = runChanged((file) => {
    file.kind = 'tea-leaves';
  });
  assert.equal(run.status, 0);
  assert.match(run.stdout, /changed\.json skipped: no method of that kind/);
});

test('a file without cases fails the run', () => {
  const run = runChanged((file) => {
    file.cases = [];
  });
  assert.equal(run.status, 1);
});
