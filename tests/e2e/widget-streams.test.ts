// Streams of the real SDKs in a page of the packed package, handed to <gramme-meter> with one call.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { Server } from '../js/cli/servers/server.ts';
import { startProviders } from '../js/usage/server.ts';
import { openBrowser } from './hosts/page.ts';
import { newProject, type Project, root } from './hosts/project.ts';
import {
  expectedEstimates,
  openWidgetPage,
  type WidgetPage,
  writePlainPage,
} from './hosts/widget.ts';

let project: Project;
let browser: Browser;
let providers: Server;
let folder: string;

/** The chat page: both SDKs, as an application bundles them. */
const CHAT = `import OpenAI from 'openai';
import Anthropic from '@anthropic-ai/sdk';
const key = { apiKey: 'test-key', maxRetries: 0, dangerouslyAllowBrowser: true };
const messages = [{ role: 'user', content: 'Is the light green?' }];
const meter = document.querySelector('gramme-meter');
const read = async (stream) => {
  const events = [];
  for await (const event of stream) events.push(event);
  return events.length;
};
globalThis.chat = {
  meter, read,
  openai: new OpenAI({ ...key, baseURL: location.origin + '/api/v1' }),
  anthropic: new Anthropic({ ...key, baseURL: location.origin + '/api' }),
  gpt: { model: 'gpt-5.4', messages, stream: true, stream_options: { include_usage: true } },
  claude: { model: 'claude-sonnet-4-5', max_tokens: 50, messages },
};`;

before(async () => {
  project = newProject();
  browser = await openBrowser();
  providers = await startProviders();
  const inner = `<gramme-meter form="meter" region="fra"></gramme-meter><gramme-meter id="page"></gramme-meter>
    <script type="module" src="/chat.js"></script>`;
  folder = writePlainPage(project, 'chat', inner);
  await build({
    stdin: { contents: CHAT, resolveDir: root },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'chat.js'),
    logLevel: 'error',
  });
});
after(async () => {
  await browser.close();
  providers.close();
  project.remove();
});

/** The providers' server answers below /api/ of the page's own origin. */
async function openChat(policy?: string): Promise<WidgetPage> {
  const opened = await openWidgetPage(browser, folder, policy === undefined ? {} : { policy });
  await opened.page.route(`${opened.origin}/api/**`, async (route) => {
    const url = route.request().url().replace(`${opened.origin}/api`, providers.url);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  return opened;
}

const REPORTED = { inputTokens: 11, cachedInputTokens: 4, outputTokens: 7, region: 'fra' };

const CALLS: [title: string, model: string, events: number, call: string][] = [
  [
    'OpenAI: the promise of a stream',
    'gpt-5.4',
    4,
    'chat.read(await chat.meter.track(chat.openai.chat.completions.create(chat.gpt)))',
  ],
  [
    'OpenAI: a stream of the responses API',
    'gpt-5.4',
    3,
    "chat.read(chat.meter.track(await chat.openai.responses.create({ model: 'gpt-5.4', input: 'x', stream: true })))",
  ],
  [
    'Anthropic: a raw stream',
    'claude-sonnet-4-5',
    6,
    'chat.read(chat.meter.track(await chat.anthropic.messages.create({ ...chat.claude, stream: true })))',
  ],
  [
    'Anthropic: a helper stream',
    'claude-sonnet-4-5',
    6,
    'chat.read(chat.meter.track(chat.anthropic.messages.stream(chat.claude)))',
  ],
  [
    'Anthropic: a whole answer',
    'claude-sonnet-4-5',
    1,
    'chat.meter.track(chat.anthropic.messages.create(chat.claude)).then((answer) => answer.content.length)',
  ],
];

for (const [title, model, events, call] of CALLS) {
  test(`${title} is handed on whole and weighed by what it reports`, async () => {
    const opened = await openChat();
    const read = await opened.page.evaluate<number>(`(async () => ${call})()`);
    assert.equal(read, events);
    await opened.page.locator('#page strong').waitFor();
    const told = await opened.told(1);
    const last = told.at(-1);
    const [expected] = await expectedEstimates(project, { model, ...REPORTED });
    assert.equal(last?.name, 'gramme-estimate');
    assert.equal(last?.detail.isFinal, true);
    assert.deepEqual(last?.detail.tokens, { input: 11, cachedInput: 4, output: 7 });
    assert.deepEqual(last?.detail.estimate, expected);
    assert.deepEqual(
      opened.requests.filter((url) => !url.startsWith(opened.origin)),
      [],
    );
    await opened.close();
  });
}

test('the badges of a page show the sum of its answers, as the core adds them up', async () => {
  const opened = await openChat();
  const answer = { model: 'gpt-5', usage: { prompt_tokens: 100, completion_tokens: 500 } };
  await opened.page.evaluate(
    `{ const answer = ${JSON.stringify(answer)}; for (const _ of [1, 2, 3]) chat.meter.track(answer); }`,
  );
  await opened.told(3);
  const title = opened.page.locator('#page [title*="3 answers"]');
  await title.waitFor();
  assert.match((await title.getAttribute('title')) ?? '', /: 3 answers, 1,800 tokens, /);
  await opened.close();
});

/** Runs a stream of forty parts, one each 40 ms, and notes the width of each figure. */
const SLOWLY = `(async () => {
  async function* slowly() {
    for (let part = 0; part < 40; part++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      yield { model: 'gpt-5.4', choices: [{ delta: { content: 'seven words more are written here now ' } }] };
    }
    yield { choices: [], usage: { prompt_tokens: 15, completion_tokens: 300 } };
  }
  const sizes = new Set();
  const measure = () => {
    const card = chat.meter.shadowRoot.querySelector('.meter');
    if (card !== null) sizes.add(card.offsetWidth + 'x' + card.querySelector('.amount').offsetWidth + 'x' + card.querySelector('.rows').offsetHeight);
  };
  const timer = setInterval(measure, 30);
  await chat.read(chat.meter.track(slowly()));
  await new Promise((resolve) => setTimeout(resolve, 300));
  clearInterval(timer);
  return [...sizes];
})()`;

test('while a text is written its tokens grow, at a pace, and no place changes its size', async () => {
  const opened = await openChat();
  // The first answer has brought core and vocabulary.
  await opened.page.evaluate(SLOWLY);
  const before = (await opened.told(2)).length;
  assert.equal((await opened.page.evaluate<string[]>(SLOWLY)).length, 1);
  const told = (await opened.told(before + 4)).slice(before);
  const live = told.filter(({ detail }) => !detail.isFinal);
  assert.ok(live.length >= 4 && live.length <= 8, `${live.length} events in 1.6 s`);
  const written = live.map(({ detail }) => Number(detail.tokens.output));
  assert.deepEqual(
    written,
    [...written].sort((a, b) => a - b),
  );
  assert.equal(told.at(-1)?.detail.tokens.output, 300);
  assert.equal(told.filter(({ detail }) => detail.isFinal).length, 1);
  await opened.close();
});

test('where WebAssembly is forbidden a stream reaches its reader whole', async () => {
  const opened = await openChat("script-src 'self'");
  const [, , events, call] = CALLS[0] ?? [];
  assert.equal(await opened.page.evaluate<number>(`(async () => ${call})()`), events);
  const [told] = await opened.told(1);
  assert.equal(told?.detail.code, 'wasm_forbidden');
  await opened.close();
});

test('a stream that breaks off, or is left, breaks off for its reader and is weighed', async () => {
  const opened = await openChat();
  const outcome = await opened.page.evaluate<string>(`(async () => {
    async function* broken() {
      yield { model: 'gpt-5.4', usage: { prompt_tokens: 15, completion_tokens: 7 } };
      throw new Error('the connection broke off');
    }
    return chat.read(chat.meter.track(broken())).then(String, (error) => error.message);
  })()`);
  assert.equal(outcome, 'the connection broke off');
  const [told] = await opened.told(1);
  assert.equal(told?.detail.tokens.output, 7);
  await opened.close();
});

test('an answer that tells nothing is not weighed, and says so', async () => {
  const opened = await openChat();
  await opened.page.evaluate("chat.meter.track({ model: 'gpt-5.4', choices: [] })");
  const [told] = await opened.told(1);
  assert.equal(told?.detail.code, 'nothing_to_weigh');
  await opened.page.locator('.failure', { hasText: 'neither its tokens nor its text' }).waitFor();
  await opened.close();
});
