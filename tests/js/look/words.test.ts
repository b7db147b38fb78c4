import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  language,
  optionalText,
  plural,
  text,
  useLanguage,
} from '../../../extension/shared/text.ts';
import { messagesOf } from '../../../tools/bundle/extension.mjs';
import { regionName } from '../../../web/parts/region-names.ts';

/** A browser in that language, as far as words need one. */
function browserIn(own: string): void {
  const i18n = { getUILanguage: () => own, getMessage: () => '' };
  const runtime = { getURL: (path: string) => path };
  const fetchFile = async (path: string) => Response.json(messagesOf(path.split('/')[1] ?? ''));
  Object.assign(globalThis, { chrome: { i18n, runtime }, fetch: fetchFile });
}

test('words are those of the chosen language, numbers those of the browser where it speaks it', async () => {
  browserIn('fr-CA');
  await useLanguage('auto');
  assert.deepEqual([language(), text('period_day')], ['fr-CA', 'Aujourd’hui']);
  await useLanguage('fr');
  assert.equal(language(), 'fr-CA');
  await useLanguage('en');
  assert.deepEqual([language(), text('period_day')], ['en', 'Today']);
});

test('a browser in a third language is answered in English, with its own numbers', async () => {
  browserIn('de');
  await useLanguage('auto');
  assert.equal(text('period_day'), 'Today');
  assert.equal(plural('answers', 1234), '1.234 answers');
});

test('what is filled in is not read for places again', async () => {
  browserIn('en');
  await useLanguage('auto');
  assert.equal(text('budget_sentence', '$2', 'day'), '$2 per day');
  assert.equal(optionalText('no_such_key'), null);
  assert.equal(optionalText('toString'), null);
});

test('French counts none and one alike', async () => {
  browserIn('fr');
  await useLanguage('auto');
  assert.equal(plural('answers', 0), '0 réponse');
  assert.equal(plural('answers', 2), '2 réponses');
});

test('regions are named in the language of the words', async () => {
  browserIn('fr');
  await useLanguage('auto');
  const names = ['swe', 'usa', 'chn', '_eu', 'wor'].map((id) => regionName(id));
  assert.deepEqual(names, ['Suède', 'États-Unis', 'Chine', 'Union européenne', 'Moyenne mondiale']);
  assert.equal(regionName('us-east', 'US East'), 'US East');
});

test('every region of the catalogue has a name that is not its code', async () => {
  browserIn('fr');
  await useLanguage('auto');
  const yaml = readFileSync(new URL('../../../config/regions.yaml', import.meta.url), 'utf8');
  const ids = [...yaml.matchAll(/^- id: "?(\w+)/gm)].map((match) => match[1] ?? '');
  assert.ok(ids.length > 200);
  const unnamed = ids.filter((id) => regionName(id, '?') === '?');
  assert.deepEqual(unnamed, []);
});
