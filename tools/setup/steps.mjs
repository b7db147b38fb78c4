// Runs one long step after another with progress on the screen and details in build/logs/.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const HEARTBEAT_MS = 15_000;
const TAIL_LINES = 25;

/** A step that failed; its message already says what to do. */
export class StepError extends Error {}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Prints a line that will be completed when the step ends. */
function announce(title) {
  const since = Date.now();
  const isTerminal = process.stdout.isTTY === true;
  if (isTerminal) process.stdout.write(`  … ${title}`);
  const show = () =>
    isTerminal
      ? process.stdout.write(`\r  … ${title} (${seconds(since)})`)
      : console.log(`  … ${title} (${seconds(since)})`);
  const timer = setInterval(show, isTerminal ? 1000 : HEARTBEAT_MS);
  return (mark) => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write('\r\u001b[2K');
    console.log(`  ${mark} ${title} (${seconds(since)})`);
  };
}

/** Runs a function as a step. */
export async function step(title, work) {
  const done = announce(title);
  try {
    const value = await work();
    done('✓');
    return value;
  } catch (error) {
    done('✗');
    throw error;
  }
}

function spawnLogged(command, logFile, options) {
  return new Promise((resolve, reject) => {
    const log = createWriteStream(logFile);
    const [program, ...rest] = command;
    const child = spawn(program, rest, {
      cwd: root,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', reject);
    child.on('close', (code) => log.end(() => resolve(code)));
  });
}

function tail(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/** Runs a command as a step; its output goes to build/logs/NAME.log, its end is shown on failure. */
export async function run(title, command, options = {}) {
  const { name = command[0].replace(/\W+/g, '-'), ...spawnOptions } = options;
  mkdirSync(join(root, 'build/logs'), { recursive: true });
  const logFile = join(root, 'build/logs', `${name}.log`);
  await step(title, async () => {
    const code = await spawnLogged(command, logFile, spawnOptions);
    if (code === 0) return;
    throw new StepError(
      `${command.join(' ')} ended with ${code}:\n${tail(logFile)}\n(all: ${logFile})`,
    );
  });
  return readFileSync(logFile, 'utf8');
}

/** Runs a main function; known failures end with their message and status 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof StepError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
