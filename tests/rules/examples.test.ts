import assert from 'node:assert/strict';
import test from 'node:test';
import { type DoorRequest, nativeEngine } from '../../tools/conformance/engines.ts';
import { dayOf, EXAMPLE, SHOWN_DAY, STORED_DAY } from '../../tools/docs/examples.ts';
import { readText } from './sources.ts';

interface Example {
  request: DoorRequest;
  answer: unknown;
}

/** Pairs of JSON blocks with "gives" between them. */
function examplesOf(document: string): Example[] {
  const pairs = document.matchAll(EXAMPLE);
  return [...pairs].map((match) => ({
    request: JSON.parse(match[1] ?? '') as DoorRequest,
    answer: JSON.parse(match[2] ?? ''),
  }));
}

const document = readText('docs/data.md');
const native = nativeEngine();

test('the examples of docs/data.md are what the core answers', async () => {
  const examples = examplesOf(document);
  const answers = await native.answer(examples.map((example) => example.request));
  assert.ok(examples.length >= 8);
  examples.forEach((example, index) => {
    assert.deepEqual(answers[index], example.answer, JSON.stringify(example.request));
  });
});

test('docs/data.md has a section for each function of the door', () => {
  const tables = readText('src/api/call.cpp') + readText('src/api/full_core.cpp');
  const calls = [...tables.matchAll(/CallEntry\{"(\w+)"/g)].map((match) => match[1]);
  const [, requests = ''] = document.split('\n## Requests\n');
  const headings = [...requests.matchAll(/^### (\w+)$/gm)].map((match) => match[1]);
  assert.deepEqual(
    [...headings].sort(),
    [
      ...calls,
      'count',
      'countOnce',
      'encode',
      'importVocabulary',
      'validate',
      'calibrate',
      'loadOverlay',
      'analyse',
      'calculate',
      'decide',
      'serviceBudgets',
    ].sort(),
  );
});

test('the day in docs/data.md is the one its recording gives, stored and shown', async () => {
  const { stored, shown } = await dayOf(native, document);
  assert.deepEqual(shown, JSON.parse(SHOWN_DAY.exec(document)?.[2] ?? ''));
  assert.deepEqual(stored, JSON.parse(STORED_DAY.exec(document)?.[2] ?? ''));
});
