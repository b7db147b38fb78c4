import { CommanderError } from 'commander';
import { GrammeError } from '../web/core/node.ts';
import { buildProgram } from './program.ts';

/** Exit status for bad input; 1 is kept for failed checks. */
const BAD_INPUT = 2;

/** Prints a failure as `gramme: code at path: message` and sets the exit status. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : BAD_INPUT;
    return;
  }
  if (!(error instanceof GrammeError)) throw error;
  const place = error.path === '' ? '' : ` at ${error.path}`;
  process.stderr.write(`gramme: ${error.code}${place}: ${error.message}\n`);
  process.exitCode = BAD_INPUT;
}

// A closed pipe (`gramme models | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** What stands first may be a subcommand; only its modules are loaded then. */
export async function run(called: string | undefined): Promise<void> {
  try {
    const program = await buildProgram(called);
    await program.parseAsync();
  } catch (error) {
    fail(error);
  }
}
