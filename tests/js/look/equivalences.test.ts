import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Equivalence } from '../../../web/core/view-contracts.ts';
import { equivalenceText } from '../../../web/parts/equivalence-words.ts';
import { type Messages, sentenceOf, speakWith } from '../../../web/words/words.ts';

const english = JSON.parse(
  readFileSync(new URL('../../../web/words/en.json', import.meta.url), 'utf8'),
) as Messages;
speakWith({ language: () => 'en', find: (key, filled) => sentenceOf(english, key, filled) });

const comparison = (id: string, unit: string, central: number): Equivalence => ({
  id,
  name: id,
  amount: { low: central, central, high: central },
  unit,
  scope: '',
  source: { source: '', asOf: '' },
});

test('a time is told in the unit in which it is more than one', () => {
  const lit = (hours: number) =>
    equivalenceText(comparison('led-lamp', 'hour', hours), 'metric').replace(/.* for /, '');
  assert.deepEqual(
    [3, 1, 0.5, 0.02, 0.01].map(lit),
    ['3 hours', '1 hour', '30 minutes', '1.2 minutes', '36 seconds'].map((text) =>
      text.replace(' ', '\u202f'),
    ),
  );
});

test('distances are told in kilometres or miles', () => {
  const car = comparison('petrol-car', 'kilometre', 10);
  assert.match(equivalenceText(car, 'metric'), / 10\u202fkm$/);
  assert.match(equivalenceText(car, 'imperial'), / 6\.2\u202fmi$/);
});
