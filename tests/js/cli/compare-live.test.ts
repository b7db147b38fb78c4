import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { environmentFor, fileWith, folder, KEY, live, liveJson, startLive } from './comparing.ts';
import { anthropic, gemini, openAi } from './servers/families.ts';
import { type Handler, type Server, sendJson, sendStream, startServer } from './servers/server.ts';

/** The models of all providers that are asked in one run. */
const MODELS = [
  'openai:gpt-5',
  'groq:llama-3.3-70b-versatile',
  'huggingface:Qwen/Qwen3-32B',
  'mistral:mistral-large-latest',
  'claude-sonnet-4-5',
  'gemini:gemini-2.5-flash',
];

/** Speaks all three families, in pieces of `size` bytes where it streams. */
const speaks =
  (size?: number): Handler =>
  (response, { path, body }) => {
    if (path.includes(':generateContent')) return sendJson(response, gemini.whole);
    if (path.includes(':streamGenerateContent'))
      return void sendStream(response, gemini.stream, size);
    if (path === '/v1/messages') {
      if (body.stream === false) return sendJson(response, anthropic.whole);
      return void sendStream(response, anthropic.stream, size);
    }
    if (body.stream === false) return sendJson(response, openAi.whole);
    return void sendStream(
      response,
      `: hello\n\n${openAi.parts}${openAi.usage}${openAi.done}`,
      size,
    );
  };

async function withServer(handle: Handler, work: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer(handle);
  try {
    await work(server);
  } finally {
    server.close();
  }
}

function hidesSecrets({ out, error }: { out: string; error: string }): void {
  for (const secret of [KEY, 'SECRET']) assert.ok(!`${out}${error}`.includes(secret), secret);
}

for (const [how, args, size] of [
  ['as streams', [], undefined],
  ['as streams cut after every byte', [], 1],
  ['as whole answers', ['--no-stream'], undefined],
] as const) {
  test(`six providers answer ${how}: usage and time are theirs, texts and keys are not shown`, async () => {
    await withServer(speaks(size), async (server) => {
      const answer = await liveJson(server, MODELS.join(','), ...args);
      assert.equal(answer.status, 0, answer.error);
      hidesSecrets(answer);
      const { rows, failed, skipped } = answer.compared;
      assert.deepEqual([failed, skipped], [[], []]);
      assert.deepEqual(rows.map(({ model }) => model).sort(), [...MODELS].sort());
      for (const { inputTokens, cachedInputTokens, outputTokens, measured } of rows) {
        assert.deepEqual([inputTokens, cachedInputTokens, outputTokens], [11, 4, 7]);
        assert.ok(measured !== null && measured.seconds > 0 && measured.seconds < 30);
        assert.equal(measured.attempts, 1);
        const first = measured.firstTokenSeconds;
        assert.ok(args.length > 0 ? first === null : first !== null && first <= measured.seconds);
      }
    });
  });
}

test('each provider is asked at its address, with its key in its header and no other', async () => {
  await withServer(speaks(), async (server) => {
    await liveJson(server, MODELS.join(','), '--max-out-tokens', '77');
    const byPath = new Map(server.received.map((one) => [`${one.path} ${one.body.model}`, one]));
    const bearer = `Bearer ${KEY}`;
    for (const [path, header, key, limit] of [
      ['/v1/chat/completions gpt-5', 'authorization', bearer, 'max_completion_tokens'],
      ['/v1/chat/completions Qwen/Qwen3-32B', 'authorization', bearer, 'max_tokens'],
      ['/v1/chat/completions mistral-large-latest', 'authorization', bearer, 'max_tokens'],
      [
        '/openai/v1/chat/completions llama-3.3-70b-versatile',
        'authorization',
        bearer,
        'max_completion_tokens',
      ],
      ['/v1/messages claude-sonnet-4-5', 'x-api-key', KEY, 'max_tokens'],
    ] as const) {
      const one = byPath.get(path);
      assert.equal(one?.headers[header], key, path);
      assert.equal(one?.body[limit], 77, path);
    }
    const asked = '/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse undefined';
    assert.equal(byPath.get(asked)?.headers['x-goog-api-key'], KEY);
    assert.equal(server.received.length, 6);
    for (const { headers, body } of server.received) {
      const named = ['authorization', 'x-api-key', 'x-goog-api-key'].filter(
        (name) => headers[name],
      );
      assert.equal(named.length, 1);
      assert.ok(JSON.stringify(body).includes('Why is grass green?'));
    }
  });
});

test('measured time is what the method of time works with', async () => {
  const slow: Handler = (response, received, attempt) =>
    void setTimeout(() => speaks()(response, received, attempt), 400);
  await withServer(slow, async (server) => {
    const { compared } = await liveJson(server, 'gpt-4o', '--methods', 'duration');
    const [row] = compared.rows;
    const seconds = row?.measured?.seconds ?? 0;
    assert.ok(seconds >= 0.4);
    assert.ok(!row?.estimate.warnings.some(({ code }) => code === 'speed_assumed'));
    const again = await liveJson(server, 'gpt-4o', '--methods', 'duration');
    const other = again.compared.rows[0];
    // Energy is proportional to time: docs/method.md#duration.
    const ratio = (other?.measured?.seconds ?? 0) / seconds;
    const energies = [row, other].map((one) => one?.estimate.energyWattHours.central ?? 0);
    assert.ok(Math.abs((energies[1] ?? 0) / (energies[0] ?? 1) / ratio - 1) < 1e-9);
  });
});

test('a provider without a key is skipped, named with its variable, and never asked', async () => {
  await withServer(speaks(), async (server) => {
    const { GROQ_API_KEY: _, ...environment } = environmentFor(server);
    const { status, out } = await live(['--models', 'gpt-5,groq:llama-3.3-70b'], environment);
    assert.equal(status, 0);
    assert.match(out, /^skipped groq:llama-3.3-70b: groq needs a key in .* GROQ_API_KEY$/m);
    assert.match(out, /^1 +gpt-5 /m);
    assert.equal(server.received.length, 1);
  });
});

test('an address of your own is asked for models without a provider, without a key too', async () => {
  await withServer(speaks(), async (server) => {
    const args = ['--models', 'my-model', '--base-url', `${server.url}/v1/`, '--json'];
    const { status, out } = await live(args, {});
    assert.equal(status, 0);
    assert.match(out, /"provider": "compatible"/);
    assert.deepEqual(
      server.received.map(({ path, headers }) => [path, headers.authorization]),
      [['/v1/chat/completions', undefined]],
    );
    await live(args, { GRAMME_API_KEY: KEY });
    assert.equal(server.received[1]?.headers.authorization, `Bearer ${KEY}`);
  });
});

test('no more are asked at once than was said, and all are asked', async () => {
  const slow: Handler = (response, received, attempt) =>
    void setTimeout(() => speaks()(response, received, attempt), 100);
  await withServer(slow, async (server) => {
    const { compared } = await liveJson(server, MODELS.join(','), '--concurrency', '2');
    assert.equal(compared.rows.length, 6);
    assert.equal(server.mostAtOnce(), 2);
  });
});

for (const [what, environment, message] of [
  [
    'a key over plain http',
    { OPENAI_BASE_URL: 'http://example.org/v1' },
    /OPENAI_BASE_URL: .*https/,
  ],
  ['an address with a password', { OPENAI_BASE_URL: 'https://a:b@example.org' }, /OPENAI_BASE_URL/],
  ['no address', { OPENAI_BASE_URL: 'example' }, /OPENAI_BASE_URL: an address is expected/],
  ['a key of two lines', { OPENAI_API_KEY: `${KEY}\n${KEY}` }, /OPENAI_API_KEY: this is no key/],
] as const) {
  test(`${what} is refused before anything is sent`, async () => {
    const answer = await live(['--models', 'gpt-5'], { OPENAI_API_KEY: KEY, ...environment });
    assert.equal(answer.status, 2);
    assert.match(answer.error, message);
    hidesSecrets(answer);
  });
}

test('Ctrl-C ends the asking at once and prints what there is', async () => {
  const server = await startServer((response, received, attempt) => {
    if (received.body.model !== 'gpt-5') speaks()(response, received, attempt);
  });
  const models = ['--models', 'gpt-5,mistral:mistral-large-latest'];
  const { child, ended } = startLive(models, environmentFor(server));
  child.stderr?.on('data', (text) => {
    if (String(text).includes('answered in')) child.kill('SIGINT');
  });
  const { status: exit, out } = await ended;
  server.close();
  assert.equal(exit, 130);
  assert.match(out, /^failed gpt-5 at openai: ended by the user$/m);
  assert.match(out, /^1 +mistral:mistral-large-latest /m);
});

test('the history gets a line of numbers for each row, behind what was there', async () => {
  const file = fileWith('history.jsonl', '{"old":1}');
  const server = await startServer(speaks());
  const args = ['--models', 'gpt-5', '--regions', 'fra,pol', '--history', file];
  const { status: exit } = await live(args, environmentFor(server));
  assert.equal(exit, 0);
  const text = readFileSync(file, 'utf8');
  const [old, ...lines] = text.trimEnd().split('\n');
  assert.equal(old, '{"old":1}');
  assert.equal(lines.length, 2);
  for (const line of lines) {
    const record = JSON.parse(line) as Record<string, unknown>;
    assert.equal(record.model, 'gpt-5');
    assert.deepEqual([record.inputTokens, record.outputTokens], [11, 7]);
    assert.match(String(record.date), /^\d{4}-\d\d-\d\dT/);
  }
  assert.ok(!text.includes('SECRET') && !text.includes(KEY) && !text.includes('Licht'));
  server.close();
});

test('a history that cannot be written costs the figures nothing', async () => {
  const server = await startServer(speaks());
  const args = ['--models', 'gpt-5', '--history', join(folder, 'none', 'history.jsonl')];
  const { status: exit, out, error } = await live(args, environmentFor(server));
  server.close();
  assert.equal(exit, 1);
  assert.match(out, /^1 +gpt-5 /m);
  assert.match(error, /history\.jsonl was not written: /);
});
