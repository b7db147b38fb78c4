import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { applyImport } from '../../../extension/background/import.ts';
import { readSeries } from '../../../extension/background/views.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { type Analysis, loadGramme } from '../../../web/core/node.ts';
import { newLedger } from '../background/samples.ts';
import { gramme } from './run.ts';

const EXPORT = inRoot('tests/fixtures/usage/gramme-export.json');
const EMISSIONS = inRoot('tests/fixtures/usage/emissions.csv');
const folder = mkdtempSync(join(tmpdir(), 'gramme-own-'));
after(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function analysed(args: string[]): Analysis {
  const { out, error } = gramme(['analyse', ...args, '--json']);
  assert.notEqual(out, '', error);
  return JSON.parse(out) as Analysis;
}

test('an export of the extension comes to what the extension shows of it, to the last bit', async () => {
  const text = readFileSync(EXPORT, 'utf8');
  const ledger = newLedger();
  await applyImport(ledger, text);
  const core = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const file = { name: 'export.json', parts: [new TextEncoder().encode(text)] };
  const kept = await core.keepAnalysis([file]);
  for (const date of ['2025', '2026', '2025-11', '2026-01']) {
    const { period, parts } = await readSeries(ledger, date);
    const isYear = date.length === 4;
    assert.deepEqual(kept.period(isYear ? 'year' : 'month', date), period);
    for (const { date: part, stats } of parts) {
      assert.deepEqual(kept.period(isYear ? 'month' : 'day', part).stats, stats);
    }
    const { byModel: _, byPlatform: __, ...sums } = period.stats;
    const listed = [...kept.analysis.years, ...kept.analysis.months];
    assert.deepEqual(
      listed.find((entry) => entry.date === date),
      { date, ...sums },
    );
  }
  kept.close();
  assert.throws(() => kept.csv(), { code: 'unknown_stream' });
});

test('days that two exports hold count once, and an altered day is left out', () => {
  const text = readFileSync(EXPORT, 'utf8');
  const twice = analysed([EXPORT, write('again.json', text)]);
  const once = analysed([EXPORT]);
  assert.deepEqual(twice.total, once.total);
  assert.equal(twice.files[1]?.requests, 0);
  assert.equal(twice.files[1]?.skipped[0]?.reason, 'repeated_day');
  const altered = write('altered.json', text.replace(/"checksum":"...../, '"checksum":"00000'));
  const { files } = analysed([altered]);
  assert.deepEqual(files[0]?.skipped, [{ reason: 'damaged_day', items: 1, first: 1 }]);
});

test('measured runs stand beside what is estimated, in no sum of it', () => {
  const { total, measured, files, days } = analysed([EMISSIONS]);
  assert.equal(total.requests, 0);
  assert.deepEqual(days, []);
  assert.equal(files[0]?.kind, 'emissions_csv');
  assert.equal(files[0]?.requests, 3);
  assert.equal(measured?.total.energyWattHours, 0.462 * 1000 + 0.052 * 1000 + 0.00171 * 1000);
  assert.equal(measured?.total.carbonUnknownRuns, 1);
  assert.equal(measured?.total.waterUnknownRuns, 2);
  assert.deepEqual(
    measured?.projects.map(({ name, runs }) => [name, runs]),
    [
      ['evaluation', 1],
      ['training', 2],
    ],
  );
  const { out } = gramme(['analyse', EMISSIONS]);
  assert.match(out, /measured by project/);
  assert.doesNotMatch(out, /tokens/);
});
