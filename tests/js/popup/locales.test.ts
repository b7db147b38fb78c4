import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { messagesOf } from '../../../tools/bundle/extension.mjs';

const EXTENSION = new URL('../../../extension/', import.meta.url).pathname;

const english = messagesOf('en');
const french = messagesOf('fr');

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
});

test('both languages fill in the same substitutions', () => {
  const marks = (text = '') => [...text.matchAll(/\$\d/g)].map(String).sort();
  for (const key of Object.keys(english)) {
    assert.deepEqual(marks(french[key]?.message), marks(english[key]?.message), key);
  }
});

test('the store accepts the description', () => {
  for (const messages of [english, french]) {
    assert.ok((messages.description?.message.length ?? 0) <= 132);
  }
});

test('French double punctuation follows a narrow no-break space', () => {
  for (const [key, { message }] of Object.entries(french)) {
    assert.doesNotMatch(message, /[^\u202f][:;!?]/, key);
    assert.doesNotMatch(message, /'/, key);
    assert.doesNotMatch(message, /\b(tu|vous|votre|vos)\b/i, key);
  }
});

test('every warning the extension adds has its sentence', () => {
  const files = ['content/report.ts', 'background/answer.ts', 'background/origin.ts'];
  const source = files.map((file) => readFileSync(EXTENSION + file, 'utf8')).join();
  const codes = [...source.matchAll(/'(\w+_not_(?:counted|seen))'/g)];
  assert.ok(codes.length >= 5);
  for (const [, code] of codes) assert.ok(`warning_${code}` in english, code);
});

test('every warning the core adds has its sentence', () => {
  const source = readFileSync(
    new URL('../../../src/methods/estimate.cpp', import.meta.url),
    'utf8',
  );
  const codes = [
    ...source.matchAll(/"(model_not_shown|unknown_model|\w+_(?:assumed|unknown|from_\w+))"/g),
  ];
  assert.ok(codes.length >= 5);
  for (const [, code] of codes) assert.ok(`warning_${code}` in english, code);
});

test('the drawing on the pages is the drawing of the icon', () => {
  const drawing = /d="(M1 1\.5[^"]+)"/;
  const icon = drawing.exec(readFileSync(`${EXTENSION}icons/icon.svg`, 'utf8'))?.[1];
  assert.ok(icon !== undefined);
  assert.equal(drawing.exec(readFileSync(`${EXTENSION}../web/parts/signs.ts`, 'utf8'))?.[1], icon);
  assert.equal(readdirSync(`${EXTENSION}icons`).filter((file) => file.endsWith('.png')).length, 4);
});
