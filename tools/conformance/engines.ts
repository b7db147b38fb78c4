// The two builds of the core behind one interface: requests in, envelopes out.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Gramme } from '../../web/core/node.ts';

/** One line for the door. `text` only for `count` and `encode`. */
export interface DoorRequest {
  call: string;
  request: object;
  text?: string;
}

export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: string; path: string; message: string } };

export interface Engine {
  name: 'native' | 'wasm';
  answer(requests: DoorRequest[]): Promise<Answer[]>;
}

const ROOT = new URL('../../', import.meta.url);
const NATIVE = fileURLToPath(new URL('build/native/tools/native/gramme_call', ROOT));
const WASM = fileURLToPath(new URL('dist/node.mjs', ROOT));
const LARGEST_OUTPUT_BYTES = 512 << 20;

/** The text as the door's JSON can carry it: lone surrogates become U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function toLine(request: DoorRequest): string {
  if (request.text === undefined) return JSON.stringify(request);
  return JSON.stringify({ ...request, text: wellFormed(request.text) });
}

function requireFile(file: string, advice: string): void {
  if (!existsSync(file)) throw new Error(`${file} is missing: ${advice}`);
}

function answerNatively(requests: DoorRequest[]): Answer[] {
  const folder = fileURLToPath(new URL('build/vocabulary/', ROOT));
  const run = spawnSync(
    NATIVE,
    readdirSync(folder).map((file) => `${file}=${folder}${file}`),
    {
      input: requests.map((request) => `${toLine(request)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: LARGEST_OUTPUT_BYTES,
    },
  );
  if (run.status !== 0) throw new Error(`gramme_call ended with ${run.status}: ${run.stderr}`);
  const lines = run.stdout.split('\n').slice(0, -1);
  if (lines.length !== requests.length) {
    throw new Error(`gramme_call gave ${lines.length} answers to ${requests.length} requests`);
  }
  return lines.map((line) => JSON.parse(line) as Answer);
}

function valueInWasm(gramme: Gramme, { call, request, text = '' }: DoorRequest): unknown {
  if (call === 'count') return gramme.count(text, request);
  if (call === 'encode') return gramme.encode(text, request);
  return gramme.call(call, request);
}

async function answerInWasm(gramme: Gramme, request: DoorRequest): Promise<Answer> {
  try {
    const value = await valueInWasm(gramme, request);
    return { ok: true, value };
  } catch (error) {
    const { code, path, message } = error as { code?: string; path?: string; message: string };
    if (code === undefined) throw error;
    return { ok: false, error: { code, path: path ?? '', message } };
  }
}

export function nativeEngine(): Engine {
  requireFile(NATIVE, 'run `npm run build`');
  return { name: 'native', answer: async (requests) => answerNatively(requests) };
}

export async function wasmEngine(): Promise<Engine> {
  requireFile(WASM, 'run `npm run build`');
  const module = (await import(pathToFileURL(WASM).href)) as { loadGramme(): Promise<Gramme> };
  const gramme = await module.loadGramme();
  return {
    name: 'wasm',
    async answer(requests) {
      const answers: Answer[] = [];
      for (const request of requests) answers.push(await answerInWasm(gramme, request));
      return answers;
    },
  };
}
