// Packs vocabularies of npm packages into build/vocabulary/*.gvoc with the core's own importers
// (build/native/tools/native/gramme_pack). Refuses a source whose SHA-256 is not the recorded one;
// skips what is already up to date.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { inRoot } from '../setup/paths.mjs';
import { ENCODINGS } from './encodings.mjs';

const TARGET = inRoot('build/vocabulary');
const PACKER = inRoot('build/native/tools/native/gramme_pack');

function isUpToDate(target, source) {
  if (!existsSync(target)) return false;
  const made = statSync(target).mtimeMs;
  const inputs = [source, PACKER, inRoot('tools/vocabulary/encodings.mjs')];
  return inputs.every((input) => statSync(input).mtimeMs <= made);
}

function verify(path, sha256) {
  const found = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (found !== sha256) throw new Error(`${path}: SHA-256 is ${found}, expected ${sha256}`);
}

function pack({ name, file, pattern, sha256, tokens }) {
  const source = inRoot(`node_modules/${file}`);
  const target = `${TARGET}/${name}.gvoc`;
  if (isUpToDate(target, source)) {
    console.log(`${name}: up to date`);
    return;
  }
  verify(source, sha256);
  const options = pattern === undefined ? [] : ['--pattern', pattern];
  const made = `${target}.new`;
  const found = Number(execFileSync(PACKER, [source, made, ...options], { encoding: 'utf8' }));
  if (found !== tokens) throw new Error(`${name}: ${found} ranks, expected ${tokens}`);
  renameSync(made, target);
  const packed = readFileSync(target);
  const compressed = brotliCompressSync(packed).length;
  console.log(`${name}: ${tokens} ranks, ${packed.length} bytes, ${compressed} bytes (br)`);
}

if (!existsSync(PACKER)) throw new Error(`${PACKER} is missing: run \`npm run build\``);
mkdirSync(TARGET, { recursive: true });
for (const encoding of ENCODINGS) pack(encoding);
