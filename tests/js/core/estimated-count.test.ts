import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withEstimates } from '../../../extension/shared/estimated-count.ts';
import { loadGramme } from '../../../web/core/node.ts';

const exact = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const gramme = withEstimates(exact);
const text = 'Water boils at 100 °C at sea level, 水的沸点是一百度.';
const model = 'DeepSeek-V3';

test('a model whose vocabulary the extension has not is estimated, and the range holds its count', async () => {
  const { tokens: count } = await exact.count(text, { model });
  const { kind, tokens, modelId, warnings } = await gramme.count(text, { model });
  assert.equal(kind, 'estimated');
  assert.equal(modelId, 'deepseek-v3');
  assert.ok(typeof count === 'number' && typeof tokens === 'object');
  assert.ok(tokens.low <= count && count <= tokens.high, `${count} of ${JSON.stringify(tokens)}`);
  const codes = warnings.map(({ code }) => code);
  assert.ok(codes.includes('encoding_assumed') && codes.includes('tokens_estimated'));
});

test('what the extension has is counted as ever, and an encoding that is named is not replaced', async () => {
  for (const request of [
    { model: 'gpt-5' },
    { model: 'gpt-4o', site: 'chatgpt' },
    { site: 'claude' },
  ]) {
    assert.deepEqual(await gramme.count(text, request), await exact.count(text, request));
  }
  const { kind } = await gramme.count(text, { encoding: 'deepseek-v3' });
  assert.equal(kind, 'exact');
});

test('a tokenizer that is used for a stream is estimated alike', async () => {
  const counter = await gramme.tokenizer({ model });
  const { tokens } = await gramme.count(text, { model });
  assert.deepEqual(counter.count(text), tokens);
});
