import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLedger } from '../../../extension/background/check.ts';
import { readSums } from '../../../extension/background/context.ts';
import { exportLedger } from '../../../extension/background/export.ts';
import { applyImport, previewImport } from '../../../extension/background/import.ts';
import { noticesOf } from '../../../extension/background/kept.ts';
import { migrate } from '../../../extension/background/migrate.ts';
import type { Period, StoredDay } from '../../../web/core/contracts.ts';
import {
  exactly,
  exchange,
  gramme,
  type MemoryLedger,
  newLedger,
  record,
  shown,
} from './samples.ts';

const inTurn = <T>(task: () => Promise<T>) => task();

async function someLedger(): Promise<MemoryLedger> {
  const ledger = newLedger();
  await record(
    ledger,
    exchange('a'),
    exchange('b', { site: 'claude', model: { label: 'Claude Opus 4.8', source: 'picker' } }),
    exchange('c', { date: '2026-02-10' }),
    exchange('d', { date: '2025-12-31', output: exactly(7) }),
  );
  return ledger;
}

const days = ({ area }: MemoryLedger) =>
  Object.fromEntries(Object.entries(area.items).filter(([key]) => /^(day|month|year):/.test(key)));

test('what was exported is imported elsewhere with the same days and totals', async () => {
  const ledger = await someLedger();
  const { fileName, text } = await exportLedger(ledger, 'json');
  assert.equal(fileName, 'gramme-2026-03-29.json');
  const other = newLedger();
  const preview = await previewImport(other, text);
  assert.deepEqual(Object.keys(other.area.items), []);
  const report = await applyImport(other, text);
  assert.deepEqual(report, preview);
  assert.deepEqual([report.newDays, report.changedDays, report.sameDays], [3, 0, 0]);
  assert.deepEqual([report.requestsBefore, report.requestsAfter], [0, 4]);
  assert.deepEqual([report.firstDate, report.lastDate], ['2025-12-31', '2026-03-29']);
  assert.deepEqual(days(other), days(ledger));
  assert.deepEqual(await exportLedger(other, 'json'), { fileName, text });
});

test('an import can be repeated, and merged both ways, without effect', async () => {
  const [one, two] = [await someLedger(), newLedger()];
  await record({ ...two }, exchange('x'));
  // Another installation.
  two.area.items['day:2026-03-29'] = gramme.record({
    ...{ exchange: { site: 'chatgpt', model: 'gpt-4o', inputTokens: 1, outputTokens: 2 } },
    ...{ isPromptNew: true, isEstimated: false, pageWarnings: [] },
    ...{ date: '2026-03-29', zone: '', device: 'there' },
  }).day;
  for (const [from, to] of [
    [one, two],
    [two, one],
    [one, two],
    [one, one],
  ] as const) {
    await applyImport(to, (await exportLedger(from, 'json')).text);
  }
  assert.deepEqual(days(one), days(two));
  assert.equal(shown(one).stats.requests, 3);
  const again = await previewImport(one, (await exportLedger(two, 'json')).text);
  assert.deepEqual([again.newDays, again.changedDays, again.sameDays], [0, 0, 3]);
});

test('damaged days of a file are left out and named; nothing else is taken for a ledger', async () => {
  const { text } = await exportLedger(await someLedger(), 'json');
  const file = JSON.parse(text) as { days: StoredDay[] };
  const damaged = JSON.stringify({
    ...file,
    days: [
      file.days[0],
      { ...file.days[1], checksum: '00' },
      { ...file.days[2], proto: 1 },
      null,
      7,
      { date: '<img src=x onerror=alert(1)>' },
    ],
  });
  const ledger = newLedger();
  const { newDays, problems } = await applyImport(ledger, damaged);
  assert.equal(newDays, 1);
  assert.deepEqual(problems.slice(0, 2), ['2026-02-10: damaged_record', '2026-03-29: unknown_key']);
  assert.equal(problems.length, 5);
  assert.deepEqual(await noticesOf(ledger.area), []);
  for (const bad of ['', '{', '[]', '7', '{"gramme":"ledger"}', '{"days":[]}', 'null']) {
    await assert.rejects(previewImport(ledger, bad), /^Error: import_(not_json|unknown)$/, bad);
  }
  await assert.rejects(previewImport(ledger, '['.repeat(100_000)), /import_not_json/);
});

test('the CSV has a line for each row, also over several years', async () => {
  const { text } = await exportLedger(await someLedger(), 'csv');
  const lines = text.trimEnd().split('\r\n');
  assert.equal(lines.length, 5);
  assert.match(lines[0] ?? '', /^date,zones,device,site,model_id,/);
  assert.match(lines[1] ?? '', /^2025-12-31,Europe\/Paris,here,chatgpt,gpt-4o,/);
});

const origin = {
  currentSession: {
    requests: 2,
    promptTokens: 10,
    responseTokens: 30,
    energyJoules: 5,
    co2Grams: 1,
  },
  totalStats: { requests: 12, tokens: 5000, co2Grams: 3 },
  conversationHistory: [
    {
      timestamp: Date.parse('2026-01-05T12:00:00'),
      promptTokens: 100,
      responseTokens: 300,
      model: 'gpt-4',
    },
    { timestamp: '2026-01-06T12:00:00', promptTokens: 50, responseTokens: 150, platform: 'Claude' },
    { timestamp: 'yesterday', promptTokens: 1, responseTokens: 1 },
    { text: 'secret' },
  ],
  selectedCountry: 'FR',
  watsonxConfig: { apiKey: 'secret' },
};

test('the original extension’s tokens are taken over, and its energies are not', async () => {
  const ledger = newLedger();
  const text = JSON.stringify(origin);
  const report = await applyImport(ledger, text);
  assert.equal(report.kind, 'origin');
  assert.equal(report.requestsAfter, 12);
  const { stats } = shown(ledger, '2026');
  assert.equal(stats.requests, 12);
  assert.ok(Math.abs(stats.tokens - 5000) < 1e-6);
  assert.ok(stats.energyWattHours.central > 0.1);
  // The history tells that a quarter of the tokens are prompts; what is older lies on its first day.
  assert.equal(shown(ledger, '2026-01-05').stats.requests, 11);
  assert.ok(Math.abs(stats.promptTokens.central - 1250) < 2);
  assert.ok(!JSON.stringify(ledger.area.items).includes('secret'));
  const before = structuredClone(days(ledger));
  await applyImport(ledger, text);
  assert.deepEqual(days(ledger), before);
});

test('totals of the original without a history are one range over how they may divide', async () => {
  const ledger = newLedger();
  await applyImport(ledger, JSON.stringify({ totalStats: { requests: 4, tokens: 400 } }));
  const { promptTokens, outputTokens, requests } = shown(ledger).stats;
  assert.deepEqual([requests, promptTokens.low, promptTokens.high], [4, 0, 400]);
  assert.deepEqual([outputTokens.low, outputTokens.high], [0, 400]);
  // The day of the first import is kept: tomorrow the same file is still the same history.
  const tomorrow = { ...ledger, now: () => ledger.now() + 86_400_000 };
  await applyImport(tomorrow, JSON.stringify({ totalStats: { requests: 4, tokens: 400 } }));
  assert.equal(shown(ledger, '2026').stats.requests, 4);
});

/** A day as version 1 kept it. */
async function version1(): Promise<Record<string, unknown>> {
  const ledger = newLedger();
  await record(ledger, exchange('a'), exchange('b', { date: '2026-02-03' }));
  const conversations = readSums(ledger.area.items).map(({ row, ...sum }) => sum);
  const { recent } = ledger.area.items;
  const periods = ['2026-03-29', '2026-02-03', '2026-03', '2026-02', '2026'].map(
    (date): [string, Period] => {
      const period = shown(ledger, date);
      return [`${period.range}:${date}`, period];
    },
  );
  return {
    ...Object.fromEntries(periods),
    ...{ conversations, recent, schema: 1, salt: 'salt', settings: { badgeUnit: 'wattHours' } },
  };
}

test('what version 1 stored is taken over, also when it is stopped at any write', async () => {
  const stored = await version1();
  for (let most = 0; most < 8; most++) {
    const ledger = newLedger(structuredClone(stored));
    const { set } = ledger.area;
    let writes = 0;
    const area = {
      ...ledger.area,
      set: async (items: Record<string, unknown>) => {
        if (writes++ >= most) throw new Error('stopped');
        await set(items);
      },
    };
    await migrate({ ...ledger, area }, 'here').catch(() => undefined);
    await migrate(ledger, 'here');
    assert.equal(shown(ledger, '2026').stats.requests, 2, `stopped at write ${most}`);
    assert.equal(shown(ledger, '2026-02').stats.requests, 1);
    assert.equal(ledger.area.items.schema, 2);
    assert.equal(readSums(ledger.area.items).length, 2);
    assert.ok(!('conversations' in ledger.area.items));
    const before = structuredClone(ledger.area.items);
    await migrate(ledger, 'here');
    assert.deepEqual(ledger.area.items, before);
  }
});

test('a check restores what is missing and corrects totals', async () => {
  const ledger = await someLedger();
  const before = structuredClone(days(ledger));
  delete ledger.area.items['day:2026-02-10'];
  (ledger.area.items['day:2025-12-31'] as { zones: string[] }).zones = ['Mars/Olympus'];
  ledger.area.items['month:2026-02'] = 'nonsense';
  delete ledger.area.items['year:2025'];
  await checkLedger(ledger, inTurn);
  assert.deepEqual(days(ledger), before);
  assert.deepEqual(await noticesOf(ledger.area), [{ kind: 'restored', count: 2 }]);
});
