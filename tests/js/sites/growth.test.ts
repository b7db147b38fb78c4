import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGrowing, newGrowthWatch } from '../../../extension/content/growth.ts';
import { timing } from '../../../extension/content/options.ts';
import { standsAbove } from '../../../extension/content/relation.ts';
import type { Glance } from '../../../extension/sites/types.ts';

const glance = (promptLength: number, replyLength: number, isBusy = false): Glance => ({
  isBusy,
  promptKey: null,
  promptLength,
  replyKey: null,
  replyLength,
  prose: [],
});

/** What is told at each reading: milliseconds, whether a prompt was just sent, and the page. */
function told(readings: [now: number, wasSent: boolean, page: Glance][], isFromBlank = false) {
  const watch = newGrowthWatch(isFromBlank);
  return readings.map(([now, wasSent, page]) => isGrowing(watch, page, { now, wasSent }));
}

const { growthPause: pause, growthStart: start } = timing;

test('an answer is written from the prompt that was sent until it stands still', () => {
  const readings: [number, boolean, Glance][] = [
    [0, false, glance(10, 500)],
    [100, true, glance(20, 0)],
    [start, false, glance(20, 0)],
    [start + 50, false, glance(20, 30)],
    [start + 50 + pause, false, glance(20, 30)],
    [start + 51 + pause, false, glance(20, 30)],
  ];
  assert.deepEqual(told(readings), [false, true, true, true, true, false]);
});

test('nothing is written where nothing was sent: history, scrolling, another conversation', () => {
  const pages = [glance(10, 500), glance(20, 0), glance(20, 30), glance(20, 60), glance(5, 900)];
  const readings = pages.map((page, index): [number, boolean, Glance] => [index, false, page]);
  assert.ok(told(readings).every((isWritten) => !isWritten));
});

test('an answer that stands there whole was not written now, though a prompt was sent', () => {
  assert.deepEqual(told([[0, true, glance(20, 4000)]], true), [false]);
  assert.deepEqual(told([[0, true, glance(20, 30)]], true), [true]);
  // Not after a blank page: a conversation was left just before.
  assert.deepEqual(told([[0, true, glance(20, 30)]]), [false]);
});

test('the same prompt again is told by its answer, which is shorter', () => {
  const readings: [number, boolean, Glance][] = [
    [0, false, glance(8, 500)],
    [10, true, glance(8, 0)],
  ];
  assert.deepEqual(told(readings), [false, true]);
});

test('an answer goes on after a long pause, and only one that was followed', () => {
  const readings: [number, boolean, Glance][] = [
    [0, true, glance(8, 0)],
    [10, false, glance(8, 30)],
    [20 + pause, false, glance(8, 30)],
    [30 + pause, false, glance(8, 60)],
    [40 + 2 * pause, false, glance(8, 60)],
    [50 + 2 * pause, false, glance(9, 60)],
    [60 + 2 * pause, false, glance(9, 90)],
  ];
  assert.deepEqual(told(readings, true), [true, true, false, true, false, false, false]);
});

test('a stop button that was there and goes away ends the answer at once', () => {
  const readings: [number, boolean, Glance][] = [
    [0, true, glance(8, 0)],
    [10, false, glance(8, 30, true)],
    [20, false, glance(8, 40)],
  ];
  assert.deepEqual(told(readings, true), [true, true, false]);
});

test('a prompt stands above another one where the page numbers both', () => {
  const prompt = (position: number | null) => ({ key: null, text: 'Why?', position });
  assert.equal(standsAbove(prompt(2), prompt(4)), true);
  assert.equal(standsAbove(prompt(4), prompt(4)), false);
  assert.equal(standsAbove(prompt(6), prompt(4)), false);
  assert.equal(standsAbove(prompt(null), prompt(4)), false);
  assert.equal(standsAbove(null, prompt(4)), false);
});
