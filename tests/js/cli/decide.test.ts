import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Decided } from '../../../web/core/node.ts';
import { gramme } from './run.ts';

const EXAMPLE = inRoot('docs/examples/decision.yaml');

const decide = (...args: string[]) => gramme(['decide', EXAMPLE, ...args]);
const decided = (...args: string[]) => JSON.parse(decide(...args, '--json').out) as Decided;

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gramme-')), 'matrix.yaml');
  writeFileSync(file, text);
  return file;
}

test('the example ranks three services in four languages and advises on each', () => {
  const { now, changed } = decided();
  assert.equal(changed, null);
  assert.equal(now.rows.length, 12);
  assert.deepEqual(
    now.rows.map(({ rank }) => rank),
    Array.from({ length: 12 }, (_, index) => index + 1),
  );
  const scores = now.rows.map(({ score }) => score ?? -1);
  assert.deepEqual(
    scores,
    [...scores].sort((one, other) => other - one),
  );
  for (const row of now.rows) {
    assert.ok(row.advice !== null, row.service);
    assert.ok(row.gramsCo2ePerMonth.low <= row.gramsCo2ePerMonth.central);
    assert.ok(row.gramsCo2ePerMonth.central > 0);
  }
});

test('the table names rank, advice, savings, the scale and the sources', () => {
  const { out, status } = decide('--months', '3');
  assert.equal(status, 0);
  assert.match(out, /^rank +service +language +files\/month +kg CO2e\/month +score +advice/m);
  assert.match(out, /^1 +\S+ +(fr|en|es|ar) +\d+ +[\d.]+ \([\d.]+-[\d.]+\) +\d\.\d{3} +\S+/m);
  assert.match(out, /first in \d+ % of 243 weightings/);
  assert.match(out, /^month +files +kg CO2e\n1 +/m);
  assert.match(out, /^carbon +30 % +kg CO2e\/month +0 to 2 +given$/m);
  assert.match(out, /faster-whisper/);
  assert.match(out, /NLLB|config\.json/);
});

test('what if: a changed number changes its row and leaves the matrix as it is', () => {
  const before = decided();
  const after = decided('--set', 'translation.ar.files_per_month=1000');
  assert.deepEqual(after.now, before.now);
  const row = after.changed?.rows.find(
    ({ service, language }) => service === 'translation' && language === 'ar',
  );
  const old = before.now.rows.find(
    ({ service, language }) => service === 'translation' && language === 'ar',
  );
  assert.equal(row?.filesPerMonth, 1000);
  assert.ok(row && old);
  assert.equal(row.gramsCo2ePerFile.central, old.gramsCo2ePerFile.central);
  assert.match(
    decide('--set', 'translation.ar.files_per_month=1000').out,
    /^total: .+ -> .+ kg CO2e\/month$/m,
  );
});

test('ten per cent more a month are 1.1 × 1.1 after two', () => {
  const { now } = decided('--months', '2');
  const files = now.rows.reduce((sum, row) => sum + row.filesPerMonth, 0);
  assert.ok(Math.abs((now.months[1]?.filesPerMonth ?? 0) - files * 1.21) < 1e-6);
});

test('--csv gives a line for each row and for each row of each month', () => {
  const lines = decide('--csv', '--months', '2').out.trim().split('\r\n');
  assert.equal(lines.length, 1 + 12 * 3);
  assert.match(lines[0] ?? '', /^matrix,month,service,language,kind,files_per_month,/);
  const cells = new Set(lines.map((line) => line.split(',').length));
  assert.deepEqual([...cells], [21]);
});

test('--region and --method take the place of what the matrix says', () => {
  const { now, method } = decided('--region', 'pol', '--method', 'impact');
  assert.equal(method, 'impact');
  assert.equal(now.region, 'pol');
  assert.ok(now.totals.gramsCo2ePerMonth.central > decided().now.totals.gramsCo2ePerMonth.central);
});

test('a matrix as JSON on standard input gives the same answer', () => {
  const document = parse(readFileSync(EXAMPLE, 'utf8')) as object;
  const { out } = gramme(['decide', '-', '--json'], JSON.stringify(document));
  assert.deepEqual(JSON.parse(out), decided());
});

test('what is wrong is told with file and place, and what to do, with status 2', () => {
  const file = fileWith('pue: 0.5\nservices: []\n');
  const broken = gramme(['decide', file]);
  assert.equal(broken.status, 2);
  assert.ok(broken.error.startsWith(`gramme: out_of_range at ${file}: pue: `));
  const unknown = decide('--set', 'transcription.fr.file=1');
  assert.equal(unknown.status, 2);
  assert.match(unknown.error, /unknown_key at \/set\/0\/path: .+files_per_month/);
  const lost = decide('--set', 'dictation.fr.files_per_month=1');
  assert.match(lost.error, /the rows are transcription\.fr, transcription\.en/);
  assert.equal(decide('--set', 'transcription.fr.files_per_month=many').status, 2);
  assert.equal(gramme(['decide', '/no/such/file']).status, 2);
});

test('a language of your own comes with a config', () => {
  const config = fileWith(
    'languages:\n- {id: de, name: German, characters_per_token_large_vocabulary: 4, characters_per_token_small_vocabulary: 3, source: mine, as_of: "2026-11-21"}\n',
  );
  const matrix = fileWith(
    'region: deu\nservices:\n- {id: t, kind: translation, languages: [{id: de, files_per_month: 5, characters: 400}]}\n',
  );
  const refused = gramme(['decide', matrix]);
  assert.equal(refused.status, 2);
  assert.match(refused.error, /languages\[0\]\.id: .+--config/);
  const { out } = gramme(['decide', matrix, '--config', config, '--json']);
  const { now } = JSON.parse(out) as Decided;
  assert.ok((now.rows[0]?.wattHoursPerFile.central ?? 0) > 0);
});

/** Article 1 of the Universal Declaration of Human Rights. */
const ARTICLE = {
  en: 'All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.',
  fr: 'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.',
  es: 'Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.',
  ar: 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق، وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء.',
};

test('characters per token of each language are those of a real text, within a fifth', () => {
  const { languages } = parse(readFileSync(inRoot('config/languages.yaml'), 'utf8')) as {
    languages: {
      id: keyof typeof ARTICLE;
      characters_per_token_large_vocabulary: { low: number; high: number };
    }[];
  };
  assert.equal(languages.length, 4);
  for (const { id, characters_per_token_large_vocabulary: range } of languages) {
    const text = ARTICLE[id];
    const { out } = gramme(['count', '--encoding', 'o200k_base', '--json'], text);
    const perToken = [...text].length / (JSON.parse(out) as { tokens: number }).tokens;
    assert.ok(perToken > range.low / 1.2 && perToken < range.high * 1.2, `${id} ${perToken}`);
  }
});

test('docs/decide.md shows what the command prints', () => {
  const [, shown = ''] =
    /```\n\$ gramme decide docs\/examples\/decision\.yaml --months 3\n([^`]+)```/.exec(
      readFileSync(inRoot('docs/decide.md'), 'utf8'),
    ) ?? [];
  const printed = decide('--months', '3').out.split('\n');
  const lines = shown.trim().split('\n');
  assert.ok(lines.length > 8);
  assert.deepEqual(
    lines.filter((line) => line !== '…' && !printed.includes(line)),
    [],
  );
});
