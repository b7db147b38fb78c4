import assert from 'node:assert/strict';
import test from 'node:test';
import { calendarOf } from '../../../web/core/zone-clock.ts';
import { budgetWith, clockAt, grams } from './serving.ts';

/** Uses all of a day's budget at `before`, and asks again at `after`. */
async function askedAgain(before: string, after: string, timeZone = 'Europe/Paris') {
  const clock = clockAt(before);
  const budget = budgetWith({ now: clock.now, timeZone });
  await budget.record({ service: 'speech', ...grams(100) });
  const first = await budget.admit('speech', 'fr');
  clock.set(after);
  return { first, second: await budget.admit('speech', 'fr') };
}

test('a day begins anew at midnight of the zone, not at that of London', async () => {
  // Summer time: 22:00 in London's winter time is midnight in Paris.
  const { first, second } = await askedAgain('2026-07-14T21:59:00Z', '2026-07-14T22:00:00Z');
  assert.equal(first.verdict, 'throttle');
  assert.equal(first.retryAfterSeconds, 60);
  assert.equal(first.deciding?.resetsOn, '2026-07-15');
  assert.equal(second.verdict, 'allow');
});

test('a second before midnight nothing is let in', async () => {
  const { second } = await askedAgain('2026-01-15T12:00:00Z', '2026-01-15T22:59:59Z');
  assert.equal(second.verdict, 'throttle');
  assert.equal(second.retryAfterSeconds, 1);
});

test('the days on which the clocks change have 23 and 25 hours', async () => {
  const spring = await askedAgain('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
  assert.equal(spring.first.retryAfterSeconds, 23 * 3600);
  assert.equal(spring.second.verdict, 'allow');
  const autumn = await askedAgain('2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z');
  assert.equal(autumn.first.retryAfterSeconds, 25 * 3600);
  assert.equal(autumn.second.verdict, 'throttle');
});

test("a month's budget is held over days, and begins anew on the first", async () => {
  const clock = clockAt('2026-01-29T12:00:00Z');
  const budget = budgetWith({ now: clock.now });
  for (const day of ['29', '30', '31']) {
    clock.set(`2026-01-${day}T12:00:00Z`);
    await budget.record({ service: 'speech', ...grams(90) });
  }
  clock.set('2026-01-31T22:59:59Z');
  const last = await budget.admit('speech', 'fr');
  assert.equal(last.verdict, 'throttle');
  assert.equal(last.deciding?.budgetId, 'speech-month');
  assert.equal(last.deciding?.used.central, 270);
  assert.equal(last.retryAfterSeconds, 1);
  clock.set('2026-01-31T23:00:00Z');
  const first = await budget.admit('speech', 'fr');
  assert.equal(first.verdict, 'allow');
  assert.equal(first.deciding?.used.central, 0);
});

test('a request counts on the day on which it ends', async () => {
  const clock = clockAt('2026-01-15T22:59:59Z');
  const budget = budgetWith({ now: clock.now });
  const admission = await budget.admit('speech', 'fr');
  clock.set('2026-01-15T23:00:10Z');
  await admission.done(grams(5));
  assert.equal((await budget.report('2026-01-15')).day.total.requests, 0);
  assert.equal((await budget.report('2026-01-16')).day.total.requests, 1);
});

test('a day whose clocks never show midnight has a first second all the same', () => {
  // Chile: on 6 September 2026 clocks go from 23:59:59 to 1:00.
  const calendar = calendarOf('America/Santiago');
  const start = calendar.startOf('2026-09-06');
  assert.equal(calendar.dateAt(start), '2026-09-06');
  assert.equal(calendar.dateAt(start - 1), '2026-09-05');
  assert.equal(new Date(start * 1000).toISOString(), '2026-09-06T04:00:00.000Z');
});
