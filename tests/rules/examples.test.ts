import assert from 'node:assert/strict';
import test from 'node:test';
import { type DoorRequest, nativeEngine } from '../../tools/conformance/engines.ts';
import { readText } from './sources.ts';

interface Example {
  request: DoorRequest;
  answer: unknown;
}

/** Pairs of JSON blocks with "gives" between them. */
function examplesOf(document: string): Example[] {
  const pairs = document.matchAll(/```json\n([^`]+)```\ngives\n```json\n([^`]+)```/g);
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
      'encode',
      'importVocabulary',
      'validate',
      'calibrate',
      'loadOverlay',
    ].sort(),
  );
});

test('the day shown in docs/data.md is the one its recording gives', async () => {
  const [, shown = ''] = /A day with one answer:\n```json\n([^`]+)```/.exec(document) ?? [];
  const [, recording = ''] = /```json\n(\{\s*"call": "record"[^`]+)```/.exec(document) ?? [];
  const [answer] = await native.answer([JSON.parse(recording) as DoorRequest]);
  assert.ok(answer?.ok);
  assert.deepEqual((answer.value as { day: unknown }).day, JSON.parse(shown));
});
