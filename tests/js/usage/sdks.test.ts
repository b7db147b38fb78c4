// The official SDKs, each against a local server: their answers and streams are weighed as they are.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createOpenAI } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { type FullGramme, loadGramme } from '../../../web/core/node.ts';
import { type Footprint, footprintOf, trackStream } from '../../../web/usage/usage.ts';
import type { Server } from '../cli/servers/server.ts';
import { startProviders } from './server.ts';

let server: Server;
let gramme: FullGramme;
let openai: OpenAI;
let anthropic: Anthropic;
let google: GoogleGenAI;

before(async () => {
  server = await startProviders();
  gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
  const key = { apiKey: 'test-key', maxRetries: 0 };
  openai = new OpenAI({ ...key, baseURL: `${server.url}/v1` });
  anthropic = new Anthropic({ ...key, baseURL: server.url });
  google = new GoogleGenAI({ apiKey: 'test-key', httpOptions: { baseUrl: server.url } });
});
after(() => server.close());

const messages = [{ role: 'user' as const, content: 'Is the light green?' }];
const GPT = { model: 'gpt-5.4', messages };
const CLAUDE = { model: 'claude-sonnet-4-5', max_tokens: 50, messages };
const GEMINI = { model: 'gemini-2.5-pro', contents: 'Is the light green?' };
const place = { region: 'fra' };

/** Eleven new tokens, four from the cache, seven written, weighed as the core alone weighs them. */
function checkReported({ usage, model, estimate, warnings }: Footprint, expected: string): void {
  const { inputTokens, cachedInputTokens, outputTokens } = usage;
  assert.deepEqual([inputTokens, cachedInputTokens, outputTokens], [11, 4, 7]);
  assert.equal(model, expected);
  const tokens = { inputTokens: 11, cachedInputTokens: 4, outputTokens: 7 };
  assert.deepEqual(estimate, gramme.estimate({ model: expected, ...tokens, ...place }));
  assert.deepEqual(warnings, []);
}

async function readAll(stream: AsyncIterable<unknown>): Promise<number> {
  let events = 0;
  for await (const _ of stream) events++;
  return events;
}

test('OpenAI: a chat completion is weighed', async () => {
  const answer = await openai.chat.completions.create(GPT);
  checkReported(await footprintOf(gramme, answer, place), 'gpt-5.4');
});

test('OpenAI: a stream is handed on whole and weighed at its end', async () => {
  const options = { ...GPT, stream: true, stream_options: { include_usage: true } } as const;
  const stream = trackStream(gramme, await openai.chat.completions.create(options), place);
  assert.equal(await readAll(stream), 4);
  assert.ok(stream.controller instanceof AbortController);
  checkReported(await stream.footprint, 'gpt-5.4');
});

test('OpenAI: a stream that reports no tokens is counted from its text, and says so', async () => {
  const events = await openai.chat.completions.create({ ...GPT, stream: true });
  const stream = trackStream(gramme, events, { ...place, prompt: 'Is the light green?' });
  await readAll(stream);
  const footprint = await stream.footprint;
  const count = async (text: string) => (await gramme.count(text, { model: 'gpt-5.4' })).tokens;
  assert.equal(footprint.outputTokens, await count('Grünes Licht.'));
  assert.equal(footprint.inputTokens, await count('Is the light green?'));
  assert.deepEqual(
    footprint.warnings.map(({ code }) => code),
    ['input_counted', 'output_counted'],
  );
});

test('OpenAI: the responses API is weighed, whole and as a stream', async () => {
  const input = { model: 'gpt-5.4', input: 'Is the light green?' };
  checkReported(await footprintOf(gramme, await openai.responses.create(input), place), 'gpt-5.4');
  const stream = trackStream(
    gramme,
    await openai.responses.create({ ...input, stream: true }),
    place,
  );
  assert.equal(await readAll(stream), 3);
  checkReported(await stream.footprint, 'gpt-5.4');
});

test('Anthropic: a message, a raw stream and a helper stream are weighed', async () => {
  const model = 'claude-sonnet-4-5';
  checkReported(await footprintOf(gramme, await anthropic.messages.create(CLAUDE), place), model);
  const raw = trackStream(
    gramme,
    await anthropic.messages.create({ ...CLAUDE, stream: true }),
    place,
  );
  await readAll(raw);
  checkReported(await raw.footprint, model);
  const helper = trackStream(gramme, anthropic.messages.stream(CLAUDE), place);
  await readAll(helper);
  assert.equal((await helper.finalMessage()).id, 'msg_1');
  checkReported(await helper.footprint, model);
});

test('Google: an answer and a stream are weighed, thoughts with what is written', async () => {
  const answer = await google.models.generateContent(GEMINI);
  checkReported(await footprintOf(gramme, answer, place), 'gemini-2.5-pro');
  const stream = trackStream(gramme, await google.models.generateContentStream(GEMINI), place);
  await readAll(stream);
  checkReported(await stream.footprint, 'gemini-2.5-pro');
});

test('AI SDK: a text, a streamed text and a full stream are weighed', async () => {
  const model = createOpenAI({ apiKey: 'test-key', baseURL: `${server.url}/v1` }).chat('gpt-5.4');
  const prompt = 'Is the light green?';
  checkReported(await footprintOf(gramme, await generateText({ model, prompt }), place), 'gpt-5.4');
  const result = streamText({ model, prompt });
  await readAll(result.textStream);
  checkReported(await footprintOf(gramme, result, place), 'gpt-5.4');
  const full = trackStream(gramme, streamText({ model, prompt }).fullStream, place);
  await readAll(full);
  checkReported(await full.footprint, 'gpt-5.4');
});

test('a stream that is left early is weighed as far as it came', async () => {
  const events = await openai.chat.completions.create({ ...GPT, stream: true });
  const stream = trackStream(gramme, events, place);
  for await (const _ of stream) break;
  const { outputTokens, inputTokens, warnings } = await stream.footprint;
  assert.equal(outputTokens, (await gramme.count('Grün', { model: 'gpt-5.4' })).tokens);
  assert.equal(inputTokens, null);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['output_counted', 'input_tokens_unknown'],
  );
});

test('an error in the stream reaches who reads it, and what came is weighed', async () => {
  async function* broken() {
    yield { model: 'gpt-5.4', usage: { prompt_tokens: 15, completion_tokens: 7 } };
    throw new Error('the connection broke off');
  }
  const stream = trackStream(gramme, broken(), place);
  await assert.rejects(readAll(stream), /broke off/);
  assert.equal((await stream.footprint).outputTokens, 7);
});

test('answers of any shape never throw; a report that contradicts itself is told of', async () => {
  const shapes = [null, 7, 'text', [], {}, { usage: 'much' }, { usage: [1] }, { usage: { a: {} } }];
  for (const shape of shapes) {
    const { estimate, usage } = await footprintOf(gramme, shape, { model: 'gpt-5.4' });
    assert.equal(usage.outputTokens, null);
    assert.equal(estimate, null);
  }
  const contradiction = { prompt_tokens: 1, prompt_tokens_details: { cached_tokens: 5 } };
  const { warnings } = await footprintOf(gramme, { usage: contradiction }, { model: 'gpt-5.4' });
  assert.ok(warnings.some(({ code }) => code === 'contradictory_usage'));
});
