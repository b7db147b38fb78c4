import { Command } from 'commander';
import { version } from '../package.json';
import { addConfigOption } from './config.ts';

type AddCommand = (program: Command) => void;

/** Some subcommands and the module they are in, which is loaded when one of them is called. */
interface CommandEntry {
  names: readonly string[];
  /** They answer from the catalog alone, or from no catalog. */
  hasNoConfig?: true;
  /** Loads the module; its function adds the subcommands. */
  load(): Promise<AddCommand>;
}

/** Every subcommand: one line each. */
const COMMANDS: readonly CommandEntry[] = [
  { names: ['analyse', 'analyze'], load: async () => (await import('./analyse.ts')).addAnalyse },
  { names: ['budget'], load: async () => (await import('./budget.ts')).addBudget },
  { names: ['calculate'], load: async () => (await import('./calculate.ts')).addCalculate },
  { names: ['compare'], load: async () => (await import('./compare.ts')).addCompare },
  { names: ['count'], load: async () => (await import('./count.ts')).addCount },
  { names: ['decide'], load: async () => (await import('./decide.ts')).addDecide },
  { names: ['decode'], load: async () => (await import('./decode.ts')).addDecode },
  { names: ['doctor'], load: async () => (await import('./doctor.ts')).addDoctor },
  { names: ['estimate'], load: async () => (await import('./estimate.ts')).addEstimate },
  {
    names: ['models', 'regions', 'methods', 'encodings', 'framings'],
    load: async () => (await import('./list.ts')).addLists,
  },
  { names: ['measure'], load: async () => (await import('./measure.ts')).addMeasure },
  { names: ['recompute'], load: async () => (await import('./recompute.ts')).addRecompute },
  { names: ['validate'], load: async () => (await import('./validate.ts')).addValidate },
  {
    names: ['calibrate'],
    hasNoConfig: true,
    load: async () => (await import('./calibrate.ts')).addCalibrate,
  },
  {
    names: ['check-config'],
    hasNoConfig: true,
    load: async () => (await import('./check-config.ts')).addCheckConfig,
  },
  {
    names: ['completion'],
    hasNoConfig: true,
    load: async () => (await import('./completion.ts')).addCompletion,
  },
];

/** `completion` writes down what all the others take. */
const ABOUT_ALL = 'completion';
const ABOUT_NONE: readonly string[] = ['--version', '-V'];

function entriesFor(called = ''): readonly CommandEntry[] {
  if (ABOUT_NONE.includes(called)) return [];
  const found = COMMANDS.filter(({ names }) => names.includes(called));
  return found.length === 0 || called === ABOUT_ALL ? COMMANDS : found;
}

async function addEntry(program: Command, { load, hasNoConfig }: CommandEntry): Promise<void> {
  const before = program.commands.length;
  (await load())(program);
  for (const command of program.commands.slice(before)) {
    if (hasNoConfig === undefined) addConfigOption(command);
    // It must throw instead of exiting, like the program itself.
    command.exitOverride();
  }
}

/** The command: all of it, or only what knows the subcommand that is called. */
export async function buildProgram(called?: string): Promise<Command> {
  const program = new Command('gramme')
    .description('What a chat with a large language model weighs')
    .version(version)
    .exitOverride();
  for (const entry of entriesFor(called)) await addEntry(program, entry);
  return program;
}
