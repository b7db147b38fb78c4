import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kinds, reasons } from '../../../cli/report/words.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';

const LANGUAGES = ['en', 'fr'] as const;

const keysOf = (path: string): string[] =>
  Object.keys(JSON.parse(readFileSync(inRoot(path), 'utf8')) as object);

const namedBy = (keys: string[], stem: string) =>
  keys
    .filter((key) => key.startsWith(stem))
    .map((key) => key.slice(stem.length))
    .sort();

test('kinds of files, and reasons for what is not counted, have words in the app as in the command', () => {
  for (const language of LANGUAGES) {
    const keys = keysOf(`web/app/data/words/${language}.json`);
    assert.deepEqual(namedBy(keys, 'kind_'), Object.keys(kinds[language]).sort());
    assert.deepEqual(namedBy(keys, 'reason_'), Object.keys(reasons[language]).sort());
  }
});

test('each reason that the core gives has its words', () => {
  const files = [
    'activity',
    'ledger_days',
    'measured_runs',
    'response_log',
    'usage_csv',
    'usage_reader',
  ];
  const given = files
    .map((file) => readFileSync(inRoot(`src/usage/${file}.cpp`), 'utf8'))
    .flatMap((text) => [...text.matchAll(/skip\([^;]*?"(\w+)"/g)])
    .map((match) => match[1] ?? '');
  assert.ok(given.length >= 8);
  assert.deepEqual(
    given.filter((reason) => !Object.hasOwn(reasons.en, reason)),
    [],
  );
});
