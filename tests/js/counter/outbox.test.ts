import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newOutbox } from '../../../extension/content/outbox.ts';

/** An outbox whose pauses pass at once, and what it did. */
function tried(isAlive = () => true) {
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => void pauses.push(milliseconds);
  return { pauses, outbox: newOutbox({ sleep, isAlive }) };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Fails that many times before it is told. */
function failing(times: number, told: string[], name: string) {
  let left = times;
  return async () => {
    if (left-- > 0) throw new Error('no answer');
    told.push(name);
  };
}

test('what was not acknowledged is told again, after growing pauses of at most 30 seconds', async () => {
  const { outbox, pauses } = tried();
  const told: string[] = [];
  outbox(failing(8, told, 'a'));
  await rest();
  assert.deepEqual(told, ['a']);
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test('answers are told in the order in which they were finished', async () => {
  const { outbox } = tried();
  const told: string[] = [];
  outbox(failing(2, told, 'a'));
  outbox(failing(0, told, 'b'));
  await rest();
  outbox(failing(0, told, 'c'));
  await rest();
  assert.deepEqual(told, ['a', 'b', 'c']);
});

test('an answer that is never accepted does not hold up the others', async () => {
  const told: string[] = [];
  let tries = 0;
  const { outbox } = tried(() => tries < 20);
  outbox(async () => {
    tries++;
    throw new Error('refused');
  });
  outbox(failing(0, told, 'b'));
  await rest();
  assert.deepEqual(told, ['b']);
  assert.equal(tries, 20);
});

test('nothing is tried any more when the extension was updated under the page', async () => {
  const told: string[] = [];
  const { outbox } = tried(() => false);
  outbox(failing(0, told, 'a'));
  await rest();
  assert.deepEqual(told, []);
});
