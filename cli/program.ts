import { Command } from 'commander';
import { version } from '../package.json';
import { addAnalyse } from './analyse.ts';
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

/** The whole command: what `gramme` runs and what its manual is written from. */
export function buildProgram(): Command {
  const program = new Command('gramme')
    .description('What a chat with a large language model weighs')
    .version(version)
    .exitOverride();
  addAnalyse(program);
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
