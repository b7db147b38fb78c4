import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isReasoningLabel,
  readReasoningSeconds,
  sumReasoningSeconds,
} from '../../../extension/sites/reasoning.ts';

const readable: Record<string, [label: string, seconds: number][]> = {
  English: [
    ['Thought for 12s', 12],
    ['Thought for 1m 5s', 65],
    ['Thought for 1m5s', 65],
    ['Thought for 2m', 120],
    ['Thought for 12 seconds', 12],
    ['Thought for 1 second', 1],
    ['Thought for 0.8 seconds', 0.8],
    ['Thought for 1 minute and 5 seconds', 65],
    ['Thought for 1 minute, 5 seconds', 65],
    ['Thought for 1h 2m 3s', 3723],
    ['Thought 9s', 9],
    ['Reasoned for 43 seconds', 43],
    ['Thinking for 4s…', 4],
    ['Thought for 12s ›', 12],
    ['Thought for 5s · 3 sources', 5],
    ['thought  for\u00a07\u202fs', 7],
  ],
  French: [
    ['Réflexion pendant 26 secondes', 26],
    ['Réflexion pendant 12\u202fs', 12],
    ['A réfléchi pendant 1 min 8 s', 68],
    ['A réfléchi pendant 1 minute et 8 secondes', 68],
    ['A réfléchi pendant 20 s…', 20],
    ['Réflexion pendant 2 secondes · 1 outil utilisé', 2],
    ['Réflexion durant 1,5 s', 1.5],
  ],
  German: [
    ['Nachgedacht für 11s', 11],
    ['Nachgedacht für 12 Sekunden', 12],
    ['Nachgedacht für 1m 9s', 69],
    ['Nachgedacht für 1 Minute und 9 Sekunden', 69],
    ['12 Sekunden lang nachgedacht', 12],
  ],
  'Spanish, Portuguese, Italian': [
    ['Pensó durante 4m 31s', 271],
    ['Pensó durante 8 segundos', 8],
    ['Ha razonado durante 23 segundos', 23],
    ['Razonado durante 1 minuto y 3 segundos', 63],
    ['Pensou por 11s', 11],
    ['Pensou por 1 minuto e 2 segundos', 62],
    ['Ha ragionato per 3 secondi', 3],
    ['Ragionato per 1 minuto e 2 secondi', 62],
  ],
  'Chinese and Japanese': [
    ['已思考 5 秒', 5],
    ['思考了 12 秒', 12],
    ['已思考 1 分 5 秒', 65],
    ['思考時間: 12秒', 12],
    ['12秒間思考', 12],
  ],
};

for (const [language, labels] of Object.entries(readable)) {
  test(`the seconds of reasoning are read in ${language}`, () => {
    for (const [label, seconds] of labels) {
      assert.equal(readReasoningSeconds(label), seconds, label);
      assert.ok(isReasoningLabel(label), label);
    }
  });
}

test('a label that tells no exact time gives no seconds', () => {
  const unreadable = [
    'Thought for a couple of seconds',
    'Thought for a few seconds',
    'Thought for several minutes',
    'Thought for a second',
    'Nachgedacht für einige wenige Sekunden',
    'Réflexion pendant quelques secondes',
    'Razonado durante unos segundos',
    'Ragionato per alcuni secondi',
    'Thinking',
    'Thinking…',
    'Thought process',
    'Thought for 12',
    'Thought for 12 sources',
    'Thought for 12s and 3 tools',
    'Thought for 1m 75s',
    'Thought for 5s 1m',
    'Thought for 1:05',
    'Thought for 99999 hours',
    'Searched 12 s',
    'Reading 12 seconds of video',
    '12 seconds',
    '',
  ];
  for (const label of unreadable) assert.equal(readReasoningSeconds(label), null, label);
});

test('phases add up, and a label that stands twice is one phase', () => {
  assert.equal(sumReasoningSeconds(['Thought for 4s', 'Thought for 4s', 'Thought for 1m 2s']), 66);
  assert.equal(sumReasoningSeconds(['Thinking', 'Thought for 4s']), 4);
  assert.equal(sumReasoningSeconds(['Thinking', 'Thought process']), null);
  assert.equal(sumReasoningSeconds([]), null);
});
