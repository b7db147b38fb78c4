#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { GrammeError } from '../web/core/node.ts';
import { addAnalyse } from './analyse.ts';
import { addBudget } from './budget.ts';
import { addCalibrate } from './calibrate.ts';
import { addCheckConfig } from './check-config.ts';
import { addCompare } from './compare.ts';
import { addCompletion } from './completion.ts';
import { addConfigOption } from './config.ts';
import { addCount } from './count.ts';
import { addDecide } from './decide.ts';
import { addDecode } from './decode.ts';
import { addDoctor } from './doctor.ts';
import { addEstimate } from './estimate.ts';
import { addLists } from './list.ts';
import { addMeasure } from './measure.ts';
import { addRecompute } from './recompute.ts';
import { addValidate } from './validate.ts';

/** Exit status for bad input; 1 is kept for failed checks. */
const BAD_INPUT = 2;

function buildProgram(): Command {
  const program = new Command('gramme')
    .description('What a chat with a large language model weighs')
    .version(version)
    .exitOverride();
  addAnalyse(program);
  addBudget(program);
  addCompare(program);
  addCount(program);
  addDecide(program);
  addDecode(program);
  addDoctor(program);
  addEstimate(program);
  addLists(program);
  addMeasure(program);
  addRecompute(program);
  addValidate(program);
  for (const command of program.commands) addConfigOption(command);
  addCalibrate(program);
  addCheckConfig(program);
  addCompletion(program);
  // Subcommands were added above; each must throw instead of exiting, like the program itself.
  for (const command of program.commands) command.exitOverride();
  return program;
}

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

buildProgram().parseAsync().catch(fail);
