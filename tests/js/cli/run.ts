import { spawnSync } from 'node:child_process';
import { inRoot } from '../../../tools/setup/paths.mjs';

export interface Answer {
  status: number | null;
  out: string;
  error: string;
}

/** Runs the built command. */
export function gramme(args: string[], input: string | Buffer = ''): Answer {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('dist/cli.mjs'), ...args],
    {
      input,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    },
  );
  return { status, out: stdout, error: stderr };
}
