import assert from 'node:assert/strict';
import test from 'node:test';
import { KEY, liveJson } from './comparing.ts';
import { anthropic, openAi } from './servers/families.ts';
import { type Handler, sendJson, sendStream, startServer } from './servers/server.ts';

const whole = openAi.parts + openAi.usage + openAi.done;
const good: Handler = (response) => void sendStream(response, whole);

/** Asks a model at a server that answers like this; a second one is asked as well, without faults. */
async function faced(handle: Handler, ...args: string[]) {
  const server = await startServer((response, received, attempt) => {
    const isOther = received.body.model === 'mistral-large-latest';
    (isOther ? good : handle)(response, received, attempt);
  });
  try {
    const answer = await liveJson(server, 'gpt-5,mistral:mistral-large-latest', ...args);
    const [failed] = answer.compared.failed;
    const row = answer.compared.rows.find(({ model }) => model === 'gpt-5');
    // What one of them fails at does not touch the other.
    assert.ok(answer.compared.rows.some(({ provider }) => provider === 'mistral'));
    assert.equal(answer.status, failed === undefined ? 0 : 1);
    for (const secret of [KEY, 'SECRET']) {
      assert.ok(!`${answer.out}${answer.error}`.includes(secret), secret);
    }
    const asked = server.received.filter(({ body }) => body.model === 'gpt-5').length;
    return { failed, row, asked, error: answer.error };
  } finally {
    server.close();
  }
}

const status =
  (code: number, headers: Record<string, string> = {}, body: object = {}): Handler =>
  (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    sendJson(response, body, code);
  };

const onceThenGood =
  (fault: Handler): Handler =>
  (response, received, attempt) =>
    (attempt === 1 ? fault : good)(response, received, attempt);

const alone = async (handle: Handler, ...args: string[]) => {
  const server = await startServer(handle);
  try {
    return { ...(await liveJson(server, 'gpt-5', ...args)), asked: server.received.length };
  } finally {
    server.close();
  }
};

for (const [what, after] of [
  ['seconds', () => '2'],
  // Whole seconds: at least two from now.
  ['a date', () => new Date(Date.now() + 3000).toUTCString()],
] as const) {
  test(`Retry-After in ${what} is waited for, and is no part of the measured time`, async () => {
    const begin = Date.now();
    const { compared, asked } = await alone(
      onceThenGood((...told) => status(429, { 'retry-after': after() })(...told)),
    );
    assert.ok(Date.now() - begin >= 2000);
    assert.equal(asked, 2);
    const measured = compared.rows[0]?.measured;
    assert.equal(measured?.attempts, 2);
    assert.ok((measured?.seconds ?? 9) < 2);
  });
}

test('a wait that is too long is not begun', async () => {
  const { failed, asked } = await faced(status(429, { 'retry-after': '3600' }));
  assert.equal(asked, 1);
  assert.deepEqual([failed?.reason, failed?.status], ['rate_limited', 429]);
  assert.match(failed?.message ?? '', /asks to wait 3600 s/);
});

test('passing faults of servers are tried again as often as was said', async () => {
  for (const [code, retries, asked] of [
    [500, '2', 3],
    [503, '1', 2],
    [529, '0', 1],
  ] as const) {
    const faulty = await faced(status(code), '--retries', retries);
    assert.equal(faulty.asked, asked);
    assert.deepEqual([faulty.failed?.reason, faulty.failed?.status], ['server_error', code]);
  }
});

test('what asking again does not help is asked once, and no sentence of the provider is shown', async () => {
  for (const [code, word] of [
    [400, 'context_length_exceeded'],
    [401, 'invalid_api_key'],
    [403, 'permission_denied'],
    [404, 'model_not_found'],
    [429, 'insufficient_quota'],
  ] as const) {
    const body = { error: { message: `SECRETPROMPT ${KEY} is wrong`, code: word } };
    const { failed, asked } = await faced(status(code, {}, body));
    assert.equal(asked, 1);
    assert.deepEqual([failed?.status, failed?.code], [code, word]);
    assert.equal(failed?.message, `HTTP ${code} (${word})`);
  }
});

test('an error whose code repeats the key is not repeated', async () => {
  const { failed } = await faced(status(401, {}, { error: { code: `bad_${KEY}` } }));
  assert.equal(failed?.code, null);
});

test('a server that never answers, or never ends, is left after the time-out', async () => {
  const hangs: Handler = () => {};
  const trickles: Handler = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(openAi.parts.slice(0, 40));
  };
  for (const handle of [hangs, trickles]) {
    const { failed, asked } = await faced(handle, '--timeout', '2');
    assert.equal(failed?.reason, 'timed_out');
    assert.equal(asked, 1);
  }
});

test('an answer that breaks off is no answer, and is not asked for again', async () => {
  const cut: Handler = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(openAi.parts.slice(0, 150), () => response.destroy());
  };
  const short: Handler = (response) => void sendStream(response, openAi.parts.slice(0, 150));
  for (const handle of [cut, short]) {
    const { failed, asked } = await faced(handle);
    assert.equal(failed?.reason, 'broken_off');
    assert.equal(asked, 1);
  }
});

test('a connection that is refused at once is tried again', async () => {
  const { compared, asked } = await alone(onceThenGood((response) => void response.destroy()));
  assert.equal(asked, 2);
  assert.equal(compared.rows.length, 1);
});

for (const [what, handle] of [
  [
    'garbage instead of events',
    (r) => void sendStream(r, 'data: {"choices": [\n\ndata: [DONE]\n\n'),
  ],
  ['a page instead of an API', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
  ['broken JSON', (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"choices')],
] as [string, Handler][]) {
  test(`${what} is a bad answer`, async () => {
    assert.equal((await faced(handle)).failed?.reason, 'bad_answer');
  });
}

test('an error in the middle of a stream fails, with its code alone', async () => {
  const { failed } = await faced(
    (response) => void sendStream(response, openAi.parts + anthropic.failing),
  );
  assert.deepEqual([failed?.reason, failed?.code], ['server_error', 'overloaded_error']);
});

test('a body without an end is cut off', async () => {
  const flood: Handler = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const more = () => {
      while (!response.destroyed && response.write(`data: ${'x'.repeat(1 << 16)}`));
    };
    response.on('drain', more);
    more();
  };
  assert.equal((await faced(flood)).failed?.reason, 'too_large');
});

test('a redirect is not followed, so the key goes nowhere else', async () => {
  const other = await startServer(good);
  for (const code of [301, 302, 307, 308]) {
    const { failed } = await faced(status(code, { location: `${other.url}/v1/chat/completions` }));
    assert.deepEqual([failed?.reason, failed?.status], ['redirected', code]);
  }
  assert.equal(other.received.length, 0);
  other.close();
});

test('without usage tokens are counted from the texts, with a warning', async () => {
  const { row } = await faced((response) => void sendStream(response, openAi.parts));
  assert.deepEqual(
    row?.warnings.map(({ code }) => code),
    ['usage_not_reported'],
  );
  // As npm gpt-tokenizer counts both texts with o200k_base.
  assert.equal(row?.outputTokens, 5);
  assert.equal(row?.inputTokens, 10);
});

test('what other servers write is understood: comments, CR, split data, JSON for a stream', async () => {
  const [first = ''] = openAi.parts.split('\n\n');
  const split = first.replace('{"id"', '{\ndata: "id"');
  const rest = openAi.parts.slice(first.length);
  const text = `\ufeff: hi\nid: 7\nretry: 10\n${split}${rest}${openAi.usage}`.replaceAll(
    '\n',
    '\r',
  );
  const odd: Handler = (response) => void sendStream(response, text.trimEnd(), 3);
  const asJson: Handler = (response) => sendJson(response, openAi.whole);
  for (const handle of [odd, asJson]) {
    const { row, failed } = await faced(handle);
    assert.equal(failed, undefined);
    assert.equal(row?.outputTokens, 7);
    assert.equal(row?.measured?.firstTokenSeconds === null, handle === asJson);
  }
});
