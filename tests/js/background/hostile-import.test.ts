import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportLedger } from '../../../extension/background/export.ts';
import { applyImport } from '../../../extension/background/import.ts';
import { fileOf, sealedDay } from '../../fuzz/messages/import-texts.ts';
import { payloads } from '../../fuzz/messages/payloads.ts';
import { exchange, newLedger, record } from './samples.ts';

type Sealing = Parameters<typeof sealedDay>[0];

/** What is imported and what is left out of a file with that day, whose checksum is right. */
async function imported(sealing: Sealing) {
  const ledger = newLedger();
  const day = sealedDay(sealing);
  const { newDays, problems } = await applyImport(ledger, fileOf(day));
  return { newDays, problems, stored: Object.keys(ledger.area.items), isSealed: day !== null };
}

const nothing = { newDays: 0, problems: ['2026-01-15: out_of_range'], stored: [], isSealed: true };

test('a day with names and codes alone is imported', async () => {
  const row = { site: 'chatgpt', modelId: 'gpt-4.1:a/b', region: 'gcp:europe-west9' };
  const { newDays, problems } = await imported({ row, zone: 'Etc/GMT+12', device: 'here-1' });
  assert.deepEqual([newDays, problems], [1, []]);
});

test('a model whose label was the name of a member can be taken elsewhere too', async () => {
  const ledger = newLedger();
  await record(ledger, exchange('a', { model: { label: 'constructor', source: 'picker' } }));
  const { text } = await exportLedger(ledger, 'json');
  assert.ok(text.includes('"constructor"'));
  assert.equal((await applyImport(newLedger(), text)).newDays, 1);
});

test('a day that was sealed with words or markup in it is left out and named', async () => {
  const words = ['<img src=x onerror=alert(1)>', '=1+1', 'words of a chat', '../../a', '__proto__'];
  for (const text of words) {
    for (const member of ['site', 'modelId', 'region', 'methodology']) {
      assert.deepEqual(await imported({ row: { [member]: text } }), nothing, `${member}: ${text}`);
    }
    assert.deepEqual(await imported({ device: text }), nothing, `device: ${text}`);
  }
  assert.deepEqual(await imported({ row: { site: 'constructor' } }), nothing);
  assert.deepEqual(await imported({ zone: '<b>zone</b>' }), nothing);
  assert.deepEqual(await imported({ zone: '+formula' }), nothing);
  for (const code of ['<b>code</b>', 'constructor', '__proto__']) {
    const warnings = Object.fromEntries([[code, 1]]);
    assert.deepEqual(await imported({ row: { warnings } }), nothing, code);
  }
});

test('no payload of the corpus comes in by any of a day’s texts', async () => {
  const texts = payloads.filter((text) => !/^[\w.:+/-]{0,128}$/.test(text));
  assert.ok(texts.length > 20);
  for (const text of texts) {
    for (const sealing of [{ row: { modelId: text } }, { row: { site: text } }, { zone: text }]) {
      const { newDays, stored } = await imported(sealing);
      assert.deepEqual([newDays, stored], [0, []], text.slice(0, 60));
    }
  }
});
