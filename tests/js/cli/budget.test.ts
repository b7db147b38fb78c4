import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Estimate, ServiceReport } from '../../../web/core/node.ts';
import { csvRows } from './measuring.ts';
import { gramme } from './run.ts';

const EXAMPLE = inRoot('docs/examples/budgets.yaml');
const DAY = ['--date', '2026-01-15', '--time-zone', 'Europe/Paris'];
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'gramme-budget-'));

/** The command over a state of its own. */
function budgetOver(folder = newFolder()) {
  return (...args: string[]) => gramme(['budget', EXAMPLE, '--state', folder, ...DAY, ...args]);
}

const reportOf = (budget: ReturnType<typeof budgetOver>, ...args: string[]) =>
  JSON.parse(budget('--json', ...args).out) as ServiceReport;

test('the example holds three services to 5 and 100, 2 and 40, 3 and 60 kg', () => {
  const { budgets } = reportOf(budgetOver());
  assert.deepEqual(
    budgets.map(({ service, range, limit }) => `${service} ${range} ${limit / 1000}`),
    [
      ...['transcription day 5', 'transcription month 100'],
      ...['translation day 2', 'translation month 40'],
      ...['text-generation day 3', 'text-generation month 60'],
    ],
  );
});

test('what is recorded is weighed as estimate and decide weigh it, and adds up', () => {
  const budget = budgetOver();
  const tokens = ['--model', 'gpt-5', '--in-tokens', '300', '--out-tokens', '400'];
  const record = ['--record', '--service', 'text-generation', '--language', 'en'];
  for (const _ of [1, 2]) assert.equal(budget(...record, ...tokens).status, 0);
  const { gramsCo2e } = JSON.parse(gramme(['estimate', ...tokens, '--json']).out) as Estimate;
  const { day, month } = reportOf(budget);
  assert.equal(day.total.requests, 2);
  assert.equal(day.total.tokens.central, 1400);
  assert.equal(day.total.gramsCo2e.central, 2 * gramsCo2e.central);
  assert.deepEqual(month.total, day.total);
  assert.equal(day.total.perRequest?.gramsCo2e.central, gramsCo2e.central);
  const file = ['--kind', 'transcription', '--audio-seconds', '600', '--region', 'fra'];
  budget('--record', '--service', 'transcription', '--language', 'fr', ...file);
  budget('--record', '--service', 'transcription', '--language', 'en', ...file);
  const { byService, byLanguage } = reportOf(budget).day;
  assert.deepEqual(
    byService.map(({ service, requests }) => `${service} ${requests}`),
    ['text-generation 2', 'transcription 2'],
  );
  assert.deepEqual(
    byLanguage.map(({ language, requests }) => `${language} ${requests}`),
    ['en 3', 'fr 1'],
  );
});

test('a day begins at nothing, its month goes on', () => {
  const folder = newFolder();
  const budget = budgetOver(folder);
  budget('--record', '--service', 'translation', '--grams', '1990');
  const next = reportOf(budget, '--date', '2026-01-16');
  assert.equal(next.day.total.requests, 0);
  assert.equal(next.month.total.gramsCo2e.central, 1990);
  assert.equal(reportOf(budget, '--date', '2026-02-01').month.total.requests, 0);
});

test('--check says allow, warn or throttle, and fails for the last', () => {
  const budget = budgetOver();
  const check = () => budget('--check', '--service', 'translation', '--language', 'ar');
  const record = (grams: string) =>
    budget('--record', '--service', 'translation', '--language', 'ar', '--grams', grams);
  assert.match(check().out, /^allow: translation-day is used up to 0\.0 %/);
  assert.equal(record('1600').status, 0);
  assert.match(check().out, /^warn: translation-day is used up to 80\.0 %, near its limit/);
  assert.equal(check().status, 0);
  assert.equal(record('400').status, 1);
  const full = check();
  assert.equal(full.status, 1);
  assert.match(full.out, /^throttle: .*begins anew on 2026-01-16 \(in 86400 s\)$/m);
  assert.equal(budget().status, 1);
  assert.equal(budget('--check', '--service', 'transcription').status, 0);
  assert.equal(budget('--check', '--service', 'dictation').out, 'allow: no budget is meant\n');
});

test('the table names budgets, sums, means and what was assumed', () => {
  const budget = budgetOver();
  budget('--record', '--service', 'translation', '--language', 'fr', '--grams', '1500');
  const { out } = budget(
    '--record',
    '--service',
    'translation',
    '--language',
    'ar',
    '--grams',
    '20',
  );
  assert.match(out, /^translation-day +translation +all +2026-01-15 +1\.5 .+ 2 kg CO2e +76\.0 %/m);
  assert.match(out, /^translation +fr +1 +- +- +1\.5 \(1\.5-1\.5\) +1500/m);
  assert.match(out, /^translation +all +2 /m);
  assert.match(out, /^ {2}energy_unknown: 2$/m);
});

test('--csv gives a line for each service and language of the day and of the month', () => {
  const budget = budgetOver();
  budget('--record', '--service', 'translation', '--language', 'fr', '--grams', '5');
  const rows = csvRows(budget('--csv').out);
  assert.deepEqual(rows[0]?.slice(0, 5), ['range', 'date', 'service', 'language', 'requests']);
  assert.deepEqual(
    rows.slice(1).map((row) => row.slice(0, 5)),
    [
      ['day', '2026-01-15', 'translation', 'fr', '1'],
      ['month', '2026-01', 'translation', 'fr', '1'],
    ],
  );
  assert.deepEqual([...new Set(rows.map((row) => row.length))], [14]);
});

test('budgets as JSON on standard input give the same report', () => {
  const document = parse(readFileSync(EXAMPLE, 'utf8')) as object;
  const args = ['budget', '-', '--state', newFolder(), ...DAY, '--json'];
  const { out } = gramme(args, JSON.stringify(document));
  assert.deepEqual(JSON.parse(out), reportOf(budgetOver()));
});

test('what is wrong is told with file and place, and status 2', () => {
  const file = join(newFolder(), 'budgets.yaml');
  writeFileSync(file, 'budgets: [{id: a, service: s, range: week, measure: tokens, limit: 1}]\n');
  const wrong = gramme(['budget', file, '--state', newFolder()]);
  assert.equal(wrong.status, 2);
  assert.ok(wrong.error.startsWith(`gramme: out_of_range at ${file}: budgets[0].range: `));
  const budget = budgetOver();
  for (const [args, error] of [
    [['--record', '--service', 'x'], /missing_key at \/exchange/],
    [['--record', '--grams', '1'], /missing_key at --service/],
    [['--record', '--service', 'a b', '--grams', '1'], /out_of_range at \/service/],
    [['--record', '--service', 'x', '--grams', '-1'], /out_of_range at \/measured\/gramsCo2e/],
    [['--record', '--service', 'x', '--kind', 'magic'], /dangling_reference at \/workload/],
    [['--record', '--service', 'x', '--grams', '1', '--year', '2020'], /unknown_key/],
    [['--check', '--record'], /cannot be used with/],
    [['--date', '2026-02-30'], /out_of_range at --date/],
    [['--date', 'tomorrow'], /out_of_range at --date/],
    [['--time-zone', 'Mars'], /out_of_range at \/zone/],
    [
      ['--state', '/dev/null/x', '--record', '--service', 'x', '--grams', '1'],
      /not (read|written)/,
    ],
  ] as const) {
    const ran = budget(...args);
    assert.equal(ran.status, 2, args.join(' '));
    assert.match(ran.error, error, args.join(' '));
  }
});

test('a damaged state is put aside and told, and the report goes on', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'gramme-budget.json'), '{"schema":1');
  const { status, error, out } = budgetOver(folder)('--json');
  assert.equal(status, 0);
  assert.match(error, /gramme-budget\.json was damaged .+ kept as .+\.1\.bak/);
  assert.equal((JSON.parse(out) as ServiceReport).day.total.requests, 0);
});

test('docs/budget.md shows budgets of the example, and every metric', () => {
  const guide = readFileSync(inRoot('docs/budget.md'), 'utf8');
  const [, shown = ''] = /```yaml\n([^`]+)```/.exec(guide) ?? [];
  const whole = (parse(readFileSync(EXAMPLE, 'utf8')) as { budgets: { id: string }[] }).budgets;
  const { budgets } = parse(shown) as { budgets: { id: string }[] };
  assert.ok(budgets.length > 0);
  for (const budget of budgets) {
    assert.deepEqual(
      budget,
      whole.find(({ id }) => id === budget.id),
    );
  }
  const dashboard = readFileSync(inRoot('docs/grafana/gramme.json'), 'utf8');
  for (const name of new Set(dashboard.match(/\bgramme_\w+/g)))
    assert.ok(guide.includes(name), name);
});
