import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { LocalFootprint, LocalMachine } from '../../../web/core/node.ts';

export const COMMAND = inRoot('dist/cli.mjs');

export type RunRecord = LocalFootprint & {
  runId: string;
  project: string;
  exitStatus: number;
  program: string;
  machine: LocalMachine;
};

export interface Ran {
  status: number | null;
  out: string;
  error: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'gramme-measure-'));

/** A program that uses so many seconds of processor time and hardly more. */
export const busy = (seconds: number): string =>
  `"${process.execPath}" -e "let u; do { for (let i = 0; i < 1e7; i++); u = process.cpuUsage(); } while (u.user + u.system < ${seconds}e6);"`;

export function start(args: string[], folder: string, options: SpawnOptions = {}) {
  return spawn(process.execPath, [COMMAND, 'measure', ...args], { cwd: folder, ...options });
}

export const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', resolve));

/** Waits for a file that another process makes; false when that process ends without. */
export async function waitFor(isThere: () => boolean, child: ChildProcess): Promise<boolean> {
  while (!isThere()) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    await sleep(1);
  }
  return true;
}

/** Runs `gramme measure` to its end. */
export function measure(args: string[], folder: string, options: SpawnOptions = {}): Promise<Ran> {
  const child = start(args, folder, { stdio: 'pipe', ...options });
  let out = '';
  let error = '';
  child.stdout?.on('data', (data) => (out += String(data)));
  child.stderr?.on('data', (data) => (error += String(data)));
  child.stdin?.end('typed in');
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, out, error }));
  });
}

export const recordsIn = (folder: string): RunRecord[] =>
  readFileSync(join(folder, 'emissions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunRecord);

/** The record of one run of a shell command. */
export async function recordOf(shell: string, args: string[] = [], env = process.env) {
  const folder = newFolder();
  const ran = await measure([...args, '--', 'sh', '-c', shell], folder, { env });
  const [record] = recordsIn(folder);
  if (record === undefined) throw new Error(ran.error);
  return { record, ran };
}

/** RFC 4180, in the plainest way: one character after the other. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (letter === '"' && isQuoted && text[i + 1] === '"') cell += text[++i];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted || (letter !== ',' && letter !== '\n' && letter !== '\r')) cell += letter;
    else if (letter === ',') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    }
  }
  return rows.filter((row) => row.length > 0);
}
