import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { RUN_VARIABLE, statOf } from './processes.ts';

/** As shells say it. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const SIGNALED = 128;

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;
/** A terminal sends these to all programs in its foreground by itself. */
const FROM_TERMINAL = new Set<string>(['SIGINT', 'SIGQUIT']);

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The status a shell would give. */
export function exitStatus({ code, signal }: Ended): number {
  return signal === null ? (code ?? 0) : SIGNALED + constants.signals[signal];
}

export class StartError extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

function isInForeground(): boolean {
  const own = statOf('self');
  return own !== undefined && own.terminal !== 0 && own.foregroundGroup === own.group;
}

function forwardSignals(child: () => ChildProcess | undefined): void {
  for (const name of FORWARDED) {
    // They stay caught to the end, so that the record of the run is written whole.
    process.on(name, () => {
      if (FROM_TERMINAL.has(name) && isInForeground()) return;
      child()?.kill(name);
    });
  }
}

/** Starts the command with this program's own input, output and terminal. */
export async function startChild(command: string[], runId: string) {
  const [program = '', ...args] = command;
  const env = { ...process.env, [RUN_VARIABLE]: runId };
  // Caught before the command begins: a signal right after its start must not end this program alone.
  let started: ChildProcess | undefined;
  forwardSignals(() => started);
  const child = spawn(program, args, { stdio: 'inherit', env });
  started = child;
  const ended = new Promise<Ended>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      const what = isMissing ? 'no such command' : `cannot be started (${error.code})`;
      reject(new StartError(`${program}: ${what}`, isMissing ? NOT_FOUND : NOT_EXECUTABLE));
    });
  });
  return { pid: child.pid ?? 0, ended };
}
