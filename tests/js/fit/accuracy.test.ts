import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { generate } from '../../../tools/accuracy/generate.ts';
import { compare, readPublished } from '../../../tools/accuracy/published.ts';
import { isSameButForLastDigits } from '../../../tools/accuracy/same.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { loadGramme } from '../../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../../dist/', import.meta.url) });
const files = generate(gramme);
const published = readPublished();
const pictures = [...files].filter(([path]) => path.endsWith('.svg'));

for (const [path, text] of files) {
  test(`${path} is what \`npm run accuracy\` writes`, () => {
    const committed = readFileSync(inRoot(path), 'utf8');
    assert.ok(isSameButForLastDigits(committed, text), 'run `npm run accuracy`');
  });
}

test('each published figure has a source, a date, its conditions and its tokens', () => {
  for (const entry of published.compared) {
    const { source, asOf, conditions, tokens } = entry;
    assert.match(asOf, /^20\d\d-\d\d(-\d\d)?$/, entry.id);
    for (const text of [source, conditions, tokens]) assert.ok(text.length > 3, entry.id);
  }
  const ids = published.compared.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('each published figure has one sentence that says why ours is another', () => {
  const reasons = [
    ...compare(gramme).map(({ because }) => because),
    ...published.leftOut.map(({ because }) => because),
  ];
  assert.ok(reasons.length > 20);
  const document = files.get('docs/accuracy.md') ?? '';
  for (const reason of reasons) {
    assert.match(reason, /^[A-Z][^|\n]{20,}\.$/);
    assert.doesNotMatch(reason, /\. [A-Z]/);
    assert.ok(document.includes(reason));
  }
});

test('the document says of each figure whether our range holds it', () => {
  const document = files.get('docs/accuracy.md') ?? '';
  const outside = compare(gramme).filter(({ isInRange }) => !isInRange).length;
  assert.equal(document.match(/ \| \*\*no\*\* \| /g)?.length ?? 0, outside);
});

test('pictures explain themselves, in both themes, and fetch nothing', () => {
  assert.equal(pictures.length, 4);
  for (const [path, text] of pictures) {
    assert.match(text, /<title[^>]*>[^<]+<\/title>\n<desc[^>]*>[^<]+<\/desc>/, path);
    assert.match(text, /prefers-color-scheme: dark/, path);
    assert.doesNotMatch(text, /NaN|undefined|Infinity|href|url\(|@import/, path);
    const sizes = [...text.matchAll(/(\d+)px/g)].map((match) => Number(match[1]));
    assert.ok(Math.min(...sizes) >= 11, path);
  }
});

test('texts are the same when only last digits differ by one', () => {
  assert.ok(isSameButForLastDigits('a 19 % of 1,234.5', 'a 20 % of 1,234.6'));
  assert.ok(!isSameButForLastDigits('a 19 %', 'a 21 %'));
  assert.ok(!isSameButForLastDigits('a 0.19', 'a 0.21'));
  assert.ok(!isSameButForLastDigits('a 19 %', 'b 19 %'));
  assert.ok(!isSameButForLastDigits('a 19 %', 'a 19 % 3'));
  assert.ok(isSameButForLastDigits('M1.5,2h0', 'M1.6,2h0'));
});
