/** From pages to sums: what the content script tells is what the background adds up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Browser } from 'playwright-core';
import {
  type ConversationSum,
  contextOf,
  withExchange,
} from '../../../extension/background/context.ts';
import { newEarlierReader } from '../../../extension/content/earlier.ts';
import { moveTo, newShelf } from '../../../extension/content/places.ts';
import { countGeneration } from '../../../extension/content/report.ts';
import { newTracker, type Tracker } from '../../../extension/content/tracker.ts';
import type { Generation } from '../../../extension/sites/records.ts';
import { bundled, openBrowser, playPage, readExpected } from './play.ts';

let browser: Browser;
let script: string;

before(async () => {
  [browser, script] = await Promise.all([openBrowser(), bundled('./page-entry.ts')]);
});
after(() => browser.close());

const directory = new URL('../../fixtures/pages', import.meta.url).pathname;

async function played(name: string): Promise<Generation[]> {
  const { site } = readExpected(directory, name);
  const { finished } = await playPage(browser, name, { directory, site, speed: 8, script });
  return finished;
}

const count = async (text: string) => ({
  tokens: countTokens(text),
  kind: 'exact' as const,
  encoding: 'o200k_base',
  estimator: null,
  modelId: null,
  warnings: [],
});

/** The context of each generation, as the background sums it. */
async function contextsOf(generations: Generation[]) {
  let sums: ConversationSum[] = [];
  const contexts = [];
  for (const generation of generations) {
    const exchange = await countGeneration({ generation, earlier: [] }, count, 'salt');
    const context = contextOf(sums, exchange);
    sums = withExchange(sums, exchange, { context, isAgain: false, row: [] });
    contexts.push(context);
  }
  return contexts;
}

const tokensOf = ({ prompt, reply }: Generation) =>
  countTokens(prompt.text) + countTokens(reply.markdown);

test('a new chat is known whole: each prompt has what stood above it', async () => {
  const generations = await played('chatgpt-section-new-regenerate');
  assert.equal(new Set(generations.map(({ chat }) => chat)).size, 1);
  assert.ok(generations[0]?.chat);
  const [first = 0, , second = 0, third = 0] = generations.map(tokensOf);
  const contexts = await contextsOf(generations);
  const central = contexts.map(({ tokens }) => tokens.central);
  // The third generation is a regenerate of the second.
  const beforeFourth = first + second;
  assert.deepEqual(central, [0, first, first, beforeFourth, beforeFourth + third]);
  assert.ok(contexts.every(({ isWhole }) => isWhole));
});

test('a conversation opened with its history is not whole, and a second one is apart', async () => {
  const generations = await played('chatgpt-turnkey-history-switch');
  assert.deepEqual(new Set(generations.map(({ chat }) => chat)), new Set([null]));
  const contexts = await contextsOf(generations);
  assert.deepEqual(
    contexts.map(({ isWhole, tokens }) => [isWhole, tokens.high]),
    [
      [false, 0],
      [false, 0],
      [false, 0],
    ],
  );
});

test('the warning of hidden reasoning is given only where the page tells no seconds', async () => {
  const [generation] = await played('claude-response-thinking');
  assert.ok(generation?.reply.hasHiddenReasoning);
  const warningsOf = async (reasoningSeconds: number | null) => {
    const reply = { ...generation.reply, reasoningSeconds };
    const told = { generation: { ...generation, reply }, earlier: [] };
    return (await countGeneration(told, count, 'salt')).pageWarnings;
  };
  const lost = 'hidden_reasoning_not_counted';
  assert.ok((await warningsOf(generation.reply.reasoningSeconds)).includes(lost));
  assert.ok(!(await warningsOf(12)).includes(lost));
});

test('turns above are read once for each conversation, and only while its exchange stands there', () => {
  let shown = 'Why?';
  const dialect = {
    id: 'section',
    look: () => ({ prompt: { text: shown }, reply: { markdown: 'Because.' } }),
    earlier: () => ['Earlier.'],
  };
  const conversationOf = (url: URL) => url.pathname;
  const adapter = { dialects: [dialect], conversationOf };
  const read = newEarlierReader({ adapter, address: () => 'https://chatgpt.com/c/1' } as never);
  const generation = (conversation: string, hasEarlierTurns = true) =>
    ({
      conversation,
      dialect: 'section',
      prompt: { text: 'Why?', hasEarlierTurns },
      reply: { markdown: 'Because.' },
    }) as Generation;
  assert.deepEqual(read(generation('/c/1', false)), []);
  assert.deepEqual(read(generation('/c/1')), ['Earlier.']);
  assert.deepEqual(read(generation('/c/1')), []);
  assert.deepEqual(read(generation('/c/2')), []);
  shown = 'And then?';
  const later = newEarlierReader({ adapter, address: () => 'https://chatgpt.com/c/1' } as never);
  assert.deepEqual(later(generation('/c/1')), []);
});

/** A tracker that follows a chat without an address, its last answer ended at a time. */
function trackerAt(now: () => number, closedAt: number | null): Tracker {
  let ids = 0;
  const open = { save: async () => undefined, take: async () => null };
  const tracker = newTracker({ now, newId: () => `id${++ids}`, open } as never);
  tracker.chat = 'own';
  const closed = closedAt === null ? null : { open: {}, at: closedAt };
  if (closed !== null) tracker.tracked = { look: {}, open: null, closed } as never;
  return tracker;
}

test('a chat keeps its id when it gets its address, and only then', () => {
  const shelf = newShelf();
  const named = trackerAt(() => 2000, 1000);
  moveTo(named, shelf, '/c/1');
  assert.equal(named.chat, 'own');
  moveTo(named, shelf, '/c/2');
  assert.equal(named.chat, null);
  moveTo(named, shelf, null);
  assert.equal(named.chat, 'id1');
  // Long after its answer: the user opened another conversation.
  const left = trackerAt(() => 60_000, 1000);
  moveTo(left, shelf, '/c/1');
  assert.equal(left.chat, null);
  const blank = trackerAt(() => 1000, null);
  moveTo(blank, shelf, '/c/1');
  assert.equal(blank.chat, null);
});
