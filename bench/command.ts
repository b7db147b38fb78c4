import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atLeast, atMost, type Line, median, shown } from './line.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const START_GOAL_MS = 120;
const START_RUNS = 15;
const LOG_BYTES = 1e9;
const SPEED_GOAL = 150;
const MEMORY_GOAL_MB = 200;
const WATCH_MS = 50;
const MODELS = ['gpt-4o-2024-08-06', 'gpt-4.1-mini', 'gpt-5', 'claude-sonnet-4-5'];
const TEXT =
  'A pocket scale weighs what a chat with a model weighs. "Quoted" \\ and\nbroken. '.repeat(20);

function timeOf(args: string[]): number {
  const begun = performance.now();
  execFileSync(process.execPath, args);
  return performance.now() - begun;
}

/** The command's start, beside that of Node alone in the same minute. */
function measureStart(folder: string): Line[] {
  const text = join(folder, 'small.txt');
  writeFileSync(text, 'A small file.\n');
  const own: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < START_RUNS; run++) {
    own.push(timeOf([COMMAND, 'count', text]));
    bare.push(timeOf(['-e', '0']));
  }
  const ratio = median(own) / median(bare);
  return [
    atMost('gramme count of a small file, from start to end', median(own), START_GOAL_MS, 'ms'),
    shown('Node alone, from start to end', `${median(bare).toFixed(0)} ms (${ratio.toFixed(1)} ×)`),
  ];
}

const lineOf = (index: number) =>
  `${JSON.stringify({
    id: `chatcmpl-${String(index).padStart(14, '0')}`,
    object: 'chat.completion',
    created: 1_735_689_600 + index * 40,
    model: MODELS[index % MODELS.length],
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: TEXT.slice(0, 200 + ((index * 37) % 1200)) },
      },
    ],
    usage: {
      prompt_tokens: 500 + (index % 1000),
      completion_tokens: 100 + (index % 300),
      prompt_tokens_details: { cached_tokens: index % 400 },
      completion_tokens_details: { reasoning_tokens: index % 90 },
    },
  })}\n`;

function writeLog(file: string): { bytes: number; lines: number } {
  const out = openSync(file, 'w');
  let bytes = 0;
  let lines = 0;
  while (bytes < LOG_BYTES) {
    const block = Array.from({ length: 4000 }, () => lineOf(lines++)).join('');
    bytes += writeSync(out, block);
  }
  closeSync(out);
  return { bytes, lines };
}

/** The most memory that a process has held, in megabytes. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

interface Analysed {
  megabytesPerSecond: number;
  memoryMegabytes: number;
}

/** What was just written is read from memory: the disk is not what is measured. */
async function analyse(file: string, log: { bytes: number; lines: number }): Promise<Analysed> {
  const begun = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'analyse', file, '--zone', 'UTC', '--json']);
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, memoryOf(child));
  }, WATCH_MS);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  const { requests } = (JSON.parse(out) as { total: { requests: number } }).total;
  if (requests !== log.lines) throw new Error(`${requests} of ${log.lines} answers were counted`);
  return { megabytesPerSecond: log.bytes / 1e6 / seconds, memoryMegabytes: memory };
}

async function measureZipped(file: string, log: { bytes: number; lines: number }): Promise<Line[]> {
  const archive = `${file}.zip`;
  if (spawnSync('zip', ['-1', '-q', '-j', archive, file]).status !== 0) return [];
  const { megabytesPerSecond, memoryMegabytes } = await analyse(archive, log);
  return [
    shown('gramme analyse, the same in a zip archive', `${megabytesPerSecond.toFixed(0)} MB/s`),
    atMost('gramme analyse, most memory with it', memoryMegabytes, MEMORY_GOAL_MB, 'MB'),
  ];
}

async function measureLog(folder: string): Promise<Line[]> {
  const file = join(folder, 'log.jsonl');
  const log = writeLog(file);
  const { megabytesPerSecond, memoryMegabytes } = await analyse(file, log);
  return [
    atLeast(
      `gramme analyse, ${(log.bytes / 1e9).toFixed(1)} GB of JSONL`,
      megabytesPerSecond,
      SPEED_GOAL,
      'MB/s',
    ),
    atMost('gramme analyse, most memory', memoryMegabytes, MEMORY_GOAL_MB, 'MB'),
    shown('wc -l of the same file', `${(log.bytes / 1e6 / wcSeconds(file)).toFixed(0)} MB/s`),
    ...(await measureZipped(file, log)),
  ];
}

function wcSeconds(file: string): number {
  const begun = performance.now();
  spawnSync('wc', ['-l', file]);
  return (performance.now() - begun) / 1000;
}

/** How fast the command starts, and how fast it reads logs. */
export async function measureCommand(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-bench-'));
  try {
    return [...measureStart(folder), ...(await measureLog(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
