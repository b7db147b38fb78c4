import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Estimate, Figure } from '../../../web/core/node.ts';
import type { Answer } from './run.ts';
import type { Server } from './servers/server.ts';

/** A key that must never be seen in what the command prints. */
export const KEY = 'sk-test-0123456789abcdef';

export interface ComparedRow {
  rank: number | null;
  isTied: boolean;
  model: string;
  provider: string | null;
  inputTokens: Figure | null;
  cachedInputTokens: number | null;
  outputTokens: Figure;
  measured: {
    seconds: number;
    firstTokenSeconds: number | null;
    attempts: number;
    isCutAtLimit: boolean;
  } | null;
  warnings: { code: string; message: string }[];
  estimate: Estimate;
}

export interface Compared {
  by: string;
  rows: ComparedRow[];
  skipped: { model: string; provider: string; variable: string }[];
  failed: {
    model: string;
    provider: string;
    reason: string;
    status: number | null;
    code: string | null;
    message: string;
  }[];
}

export const folder = mkdtempSync(join(tmpdir(), 'gramme-compare-'));

export function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

export const PROMPT = fileWith('prompt.txt', 'Why is grass green? SECRETPROMPT');

/** The keys and addresses of all providers, which lead to one server. */
export function environmentFor({ url }: Server): Record<string, string> {
  return {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${url}/v1`,
    ANTHROPIC_API_KEY: KEY,
    ANTHROPIC_BASE_URL: url,
    GEMINI_API_KEY: KEY,
    GOOGLE_GEMINI_BASE_URL: `${url}/`,
    MISTRAL_API_KEY: KEY,
    MISTRAL_BASE_URL: url,
    GROQ_API_KEY: KEY,
    GROQ_BASE_URL: url,
    HF_TOKEN: KEY,
    HF_BASE_URL: `${url}/v1`,
  };
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Answer>;
}

/** Starts the built command with exactly this environment, beside the servers of the test. */
export function startLive(args: string[], environment: Record<string, string>): Running {
  const all = ['compare', '--live', '--prompt', PROMPT, ...args];
  const child = spawn(process.execPath, [inRoot('dist/cli.mjs'), ...all], { env: environment });
  let out = '';
  let error = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (error += String(data)));
  child.stdin.end();
  const ended = new Promise<Answer>((resolve) => {
    child.on('close', (status) => resolve({ status, out, error }));
  });
  return { child, ended };
}

export const live = (args: string[], environment: Record<string, string>): Promise<Answer> =>
  startLive(args, environment).ended;

/** Asks all that `models` names at one server; the answer as JSON. */
export async function liveJson(
  server: Server,
  models: string,
  ...more: string[]
): Promise<Answer & { compared: Compared }> {
  const answer = await live(['--models', models, '--json', ...more], environmentFor(server));
  return { ...answer, compared: JSON.parse(answer.out) as Compared };
}
