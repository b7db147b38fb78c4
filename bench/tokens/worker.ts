// One tokenizer in a process of its own: one JSON request per line in, one JSON answer per line out.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { drivers } from './drivers/all.ts';
import type { Loaded } from './drivers/driver.ts';
import type { Answer, Request } from './protocol.ts';

const BYTES_PER_MEGABYTE = 1e6;

let loaded: Loaded | null = null;
let texts: string[] = [];

const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.();

async function load(engine: string, encoding: string): Promise<Answer> {
  const driver = drivers[engine];
  if (driver === undefined) throw new Error(`no driver for ${engine}`);
  collectGarbage();
  const residentBefore = process.memoryUsage().rss;
  const begun = performance.now();
  loaded = await driver.load(encoding);
  const tokens = await loaded.count('Hello, world!');
  const milliseconds = performance.now() - begun;
  collectGarbage();
  const resident = process.memoryUsage().rss - residentBefore;
  const { vocabularyMilliseconds } = loaded;
  const residentMegabytes = resident / BYTES_PER_MEGABYTE;
  return { tokens, milliseconds, residentMegabytes, vocabularyMilliseconds };
}

async function count(from: number, to: number): Promise<Answer> {
  if (loaded === null) throw new Error('nothing is loaded');
  let tokens = 0;
  const begun = performance.now();
  for (let index = from; index < to; index++) {
    const counted = loaded.count(texts[index] ?? '');
    tokens += typeof counted === 'number' ? counted : await counted;
  }
  return { tokens, milliseconds: performance.now() - begun };
}

/** Counts the texts again and again, so that what the engine compiles while running is compiled. */
async function warmUp(from: number, to: number, leastMilliseconds: number): Promise<Answer> {
  const begun = performance.now();
  let tokens = 0;
  while (performance.now() - begun < leastMilliseconds) tokens = (await count(from, to)).tokens;
  return { tokens, milliseconds: performance.now() - begun };
}

/** The text in parts of so many characters; its count is read at the end, or after each of them. */
function stream(index: number, characters: number, isRead: boolean): Answer {
  const streaming = loaded?.openStream?.();
  if (streaming === undefined) return { tokens: -1, milliseconds: -1 };
  const text = texts[index] ?? '';
  const begun = performance.now();
  for (let at = 0; at < text.length; at += characters) {
    streaming.append(text.slice(at, at + characters));
    if (isRead) streaming.tokens();
  }
  const tokens = Number(streaming.finish());
  return { tokens, milliseconds: performance.now() - begun };
}

async function answer(request: Request): Promise<Answer> {
  if (request.do === 'load') return load(request.engine, request.encoding);
  if (request.do === 'count') return count(request.from, request.to);
  if (request.do === 'warmUp') return warmUp(request.from, request.to, request.milliseconds);
  if (request.do === 'stream') return stream(request.index, request.characters, request.isRead);
  texts = JSON.parse(readFileSync(request.file, 'utf8')) as string[];
  return { tokens: texts.length, milliseconds: 0 };
}

for await (const line of createInterface({ input: process.stdin })) {
  const reply = await answer(JSON.parse(line) as Request);
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
