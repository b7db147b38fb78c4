import type { Command } from 'commander';

/** The program as it is built, and what writes its manual. */
export function loadManual(): Promise<{
  buildProgram(): Command | Promise<Command>;
  manualOf(program: Command): string;
}>;
