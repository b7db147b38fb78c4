import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { root } from './drivers/driver.ts';
import type { Answer, Request } from './protocol.ts';

const workerFile = `${root}build/bench/worker.mjs`;
const nativeTool = `${root}build/native/bench/native/gramme_bench`;
const PEERS = `${root}bench/peers`;
const LONGEST_ANSWER_MS = 120_000;

/** Installs the peers once, as their lock file says. */
export function installPeers(): void {
  if (existsSync(`${PEERS}/node_modules/.package-lock.json`)) return;
  console.error('installing the peers into bench/peers (once)');
  const install = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', install, { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Brings a target of a preset that was built before up to date; false where that fails. */
export function buildTarget(preset: 'native' | 'wasm', target: string): boolean {
  const build = ['--build', '--preset', preset, '-j2', '--target', target];
  const env = { ...process.env, EM_NODE_JS: process.execPath };
  return spawnSync('cmake', build, { cwd: root, env, stdio: 'ignore' }).status === 0;
}

/** The worker as one plain file: no loader of TypeScript runs beside what is measured. */
export async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [`${root}bench/tokens/worker.ts`],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile: workerFile,
    logLevel: 'error',
  });
}

/** A tokenizer at work in its own process. */
export interface Engine {
  name: string;
  /** Null when the answer did not come in time; the process is gone then. */
  ask(request: Request, limitMilliseconds?: number): Promise<Answer | null>;
  stop(): void;
}

function commandOf(name: string): string[] {
  if (name === 'native') return [nativeTool, `${root}dist/vocabulary/`];
  return [process.execPath, '--expose-gc', '--max-old-space-size=3000', workerFile];
}

export function startEngine(name: string): Engine {
  const [program = '', ...rest] = commandOf(name);
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  let hasEnded = false;
  let deliver: (line: string | null) => void = () => {};
  lines.on('line', (line) => deliver(line));
  lines.on('close', () => {
    hasEnded = true;
    deliver(null);
  });
  child.stdin.on('error', () => {});
  const stop = () => child.kill('SIGKILL');
  return {
    name,
    stop,
    async ask(request, limitMilliseconds) {
      if (hasEnded) return null;
      const timer = setTimeout(stop, limitMilliseconds ?? LONGEST_ANSWER_MS);
      const line = await new Promise<string | null>((resolve) => {
        deliver = resolve;
        child.stdin.write(`${JSON.stringify(request)}\n`);
      });
      clearTimeout(timer);
      return line === null ? null : (JSON.parse(line) as Answer);
    },
  };
}

/** Starts an engine and loads an encoding. */
export async function loadEngine(name: string, encoding: string): Promise<[Engine, Answer]> {
  const engine = startEngine(name);
  const loaded = await engine.ask({ do: 'load', engine: name, encoding });
  if (loaded === null) throw new Error(`${name} did not start`);
  return [engine, loaded];
}
