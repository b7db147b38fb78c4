import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGramme } from '../../../web/core/node.ts';

/** OpenAI's own table (openai/tiktoken, model.py), as npm gpt-tokenizer carries it. */
const gptTokenizer = (await import('gpt-tokenizer/modelsMap')) as unknown as Record<
  string,
  readonly string[]
>;

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });

const encodingOf = (model: string, site?: string) =>
  gramme.resolveModel(site === undefined ? { model } : { model, site }).encoding;

test('every model of the catalog has an encoding that exists, by id, alias and label', () => {
  const encodings = new Set(gramme.list('encodings').map(({ id }) => id));
  const sites = new Map(gramme.list('providers').map(({ id, site }) => [id, site]));
  for (const { id, provider, encoding, aliases, pageLabels } of gramme.list('models')) {
    assert.ok(encodings.has(encoding), id);
    for (const name of [id, ...aliases]) assert.equal(encodingOf(name), encoding, name);
    const site = sites.get(provider) ?? undefined;
    for (const label of pageLabels) assert.equal(encodingOf(label, site), encoding, label);
  }
});

/** The rules of model.py, for the names of today. */
function expectedOf(id: string): string {
  if (id.startsWith('gpt-oss')) return 'o200k_harmony';
  if (/^gpt-(5|4o|4-1|4-5)/.test(id) || /^o\d/.test(id)) return 'o200k_base';
  return 'cl100k_base';
}

test('every OpenAI model of the catalog has the encoding that openai/tiktoken gives it', () => {
  const models = gramme.list('models').filter(({ provider }) => provider === 'openai');
  assert.ok(models.length > 30);
  for (const { id, encoding } of models) assert.equal(encoding, expectedOf(id), id);
});

test('names of openai/tiktoken that are no longer in use have their encoding', () => {
  const tables = Object.entries(gptTokenizer).filter(([, models]) => Array.isArray(models));
  assert.ok(tables.length >= 6);
  for (const [encoding, models] of tables) {
    const expected = encoding === 'gpt2' ? 'r50k_base' : encoding;
    for (const model of models) assert.equal(encodingOf(model), expected, model);
  }
});

test('dated and fine-tuned names go with their model', () => {
  const names: Record<string, string> = {
    'gpt-4o-2024-08-06': 'o200k_base',
    'gpt-4.1-2025-04-14': 'o200k_base',
    'gpt-5-mini-2025-08-07': 'o200k_base',
    'chatgpt-4o-latest': 'o200k_base',
    'o3-pro': 'o200k_base',
    'o4-mini-2025-04-16': 'o200k_base',
    'gpt-4-32k-0314': 'cl100k_base',
    'gpt-35-turbo-16k': 'cl100k_base',
    'ft:gpt-4o-mini:acme': 'o200k_base',
    'ft:gpt-4-0613:acme': 'cl100k_base',
    'ft:gpt-3.5-turbo:acme': 'cl100k_base',
    'gpt-oss-safeguard-20b': 'o200k_harmony',
  };
  for (const [name, encoding] of Object.entries(names)) {
    assert.equal(encodingOf(name), encoding, name);
  }
});

test('open models have their own encoding, others are estimated', () => {
  const names: Record<string, string> = {
    'Qwen/Qwen2.5-7B-Instruct': 'qwen2.5',
    'qwen3-235b-a22b': 'qwen2.5',
    'qwq-32b': 'qwen2.5',
    'deepseek-chat': 'deepseek-v3',
    'deepseek-ai/DeepSeek-V3-0324': 'deepseek-v3',
    'deepseek-r1-distill-qwen-32b': 'qwen2.5',
    'deepseek-r1-distill-llama-70b': 'unknown',
    'deepseek-coder-33b': 'unknown',
    'open-mistral-nemo': 'tekken',
    'mistral-large-2512': 'tekken',
    'mistral-large-2407': 'unknown',
    'mistralai/Mistral-7B-v0.3': 'unknown',
    'mixtral-8x7b': 'unknown',
    'gemini-2.5-pro': 'unknown',
    'llama-3.1-8b': 'unknown',
    'claude-3-5-sonnet': 'claude-old',
    'claude-opus-5': 'claude-new',
    zeppelin: 'unknown',
  };
  for (const [name, encoding] of Object.entries(names)) {
    assert.equal(encodingOf(name), encoding, name);
  }
});
