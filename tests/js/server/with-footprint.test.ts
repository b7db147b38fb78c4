import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { budgetWith, clockAt, grams, withFootprint } from './serving.ts';

const REQUEST = new Request('http://service.test/');
const usedIn = async (budget: ReturnType<typeof budgetWith>) => {
  // The answer does not wait for its use to be kept.
  await sleep(20);
  return (await budget.report()).day.total;
};

test('a handler says what it used, and its answer passes as it is', async () => {
  const budget = budgetWith();
  const handle = withFootprint(
    (_request, footprint) => {
      footprint.add(grams(7));
      footprint.add({ exchange: { model: 'gpt-5', outputTokens: 10 } });
      return new Response('done', { status: 201 });
    },
    { budget, service: 'speech', language: 'fr' },
  );
  const response = await handle(REQUEST);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('gramme-budget'), null);
  assert.equal(await response.text(), 'done');
  const used = await usedIn(budget);
  assert.equal(used.requests, 1);
  assert.equal(used.tokens.central, 10);
});

test('what is throttled gets 429, Retry-After in seconds and a body that says why', async () => {
  const clock = clockAt('2026-01-15T22:30:00Z');
  const budget = budgetWith({ now: clock.now });
  await budget.record({ service: 'speech', ...grams(120) });
  let calls = 0;
  const handle = withFootprint(
    () => {
      calls++;
      return new Response();
    },
    { budget, service: 'speech', language: 'fr' },
  );
  const response = await handle(REQUEST);
  assert.equal(calls, 0);
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '1800');
  assert.equal(response.headers.get('gramme-budget'), 'throttle; budget="speech-day"; share=1.20');
  assert.deepEqual(await response.json(), {
    code: 'budget_exceeded',
    message: 'the day\'s budget "speech-day" is used up; it begins anew on 2026-01-16',
    budgetId: 'speech-day',
    service: 'speech',
    language: 'fr',
    share: 1.2,
    resetsOn: '2026-01-16',
  });
  clock.set('2026-01-15T23:00:00Z');
  assert.equal((await handle(REQUEST)).status, 200);
});

test('near its limit an answer is let through with a header, also one whose headers are fixed', async () => {
  const budget = budgetWith();
  await budget.record({ service: 'speech', ...grams(85) });
  const handle = withFootprint(() => Response.redirect('http://service.test/there'), {
    budget,
    service: 'speech',
  });
  const response = await handle(REQUEST);
  assert.equal(response.status, 302);
  assert.equal(response.headers.get('location'), 'http://service.test/there');
  assert.equal(response.headers.get('gramme-budget'), 'warn; budget="speech-day"; share=0.85');
});

test('a handler that throws frees its place, and what it had used still counts', async () => {
  const budget = budgetWith();
  await budget.record({ service: 'speech', ...grams(50) });
  const fail = (uses: number[]) =>
    withFootprint(
      (_request, footprint) => {
        footprint.hold();
        for (const use of uses) footprint.add(grams(use));
        throw new RangeError('broken');
      },
      { budget, service: 'speech', language: 'fr' },
    )(REQUEST);
  await assert.rejects(fail([]), RangeError);
  await assert.rejects(fail([4]), RangeError);
  const used = await usedIn(budget);
  assert.equal(used.requests, 2);
  assert.equal(used.gramsCo2e.central, 54);
  assert.equal((await budget.admit('speech', 'fr')).deciding?.reckonedShare, 0.54);
});

test('a stream is over when its end is told, and in flight until then', async () => {
  const budget = budgetWith();
  await budget.record({ service: 'speech', ...grams(60) });
  const handle = withFootprint(
    (_request, footprint) => {
      const end = footprint.hold();
      const body = new ReadableStream(
        {
          async pull(controller) {
            controller.enqueue(new TextEncoder().encode('part'));
            controller.close();
            footprint.add(grams(5));
            await end();
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(body);
    },
    { budget, service: 'speech', language: 'fr' },
  );
  const response = await handle(REQUEST);
  const meanwhile = await handle(REQUEST);
  assert.equal(meanwhile.status, 429);
  assert.equal(await response.text(), 'part');
  const used = await usedIn(budget);
  assert.equal(used.requests, 2);
  assert.equal(used.gramsCo2e.central, 65);
});

test('service and language may be read from the request; what is no name counts as other', async () => {
  const budget = budgetWith();
  const handle = withFootprint(() => new Response(), {
    budget,
    service: (request) => new URL(request.url).searchParams.get('service'),
    language: (request) => request.headers.get('content-language'),
    useOf: (_request, response) => (response.ok ? grams(1) : null),
  });
  const headers = { 'content-language': 'fr' };
  await handle(new Request('http://service.test/?service=speech', { headers }));
  await handle(new Request('http://service.test/?service=%22%7D%0A', { headers }));
  await handle(new Request(`http://service.test/?service=${'x'.repeat(65)}`));
  await usedIn(budget);
  const rows = (await budget.report()).day.byServiceAndLanguage;
  assert.deepEqual(
    rows.map(({ service, language }) => `${service} ${language}`),
    ['other fr', 'other other', 'speech fr'],
  );
});

test('what could not be kept is told, and the answer is not held up', async () => {
  const budget = budgetWith({
    store: {
      read: async () => null,
      update: () => Promise.reject(new Error('no space left')),
    },
  });
  const problems: Error[] = [];
  const handle = withFootprint(() => new Response('done'), {
    budget,
    service: 'speech',
    useOf: () => grams(1),
    onProblem: (error) => problems.push(error),
  });
  assert.equal(await (await handle(REQUEST)).text(), 'done');
  await usedIn(budget);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['no space left'],
  );
});
