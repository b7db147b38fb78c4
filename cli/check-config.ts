import type { Command } from 'commander';
import { GrammeError, loadGramme } from '../web/core/node.ts';
import { compiledCore } from './compiled-core.ts';
import { putOver } from './config.ts';
import { print, printJson } from './output.ts';

interface Checked {
  file: string;
  problem: { code: string; path: string; message: string } | null;
}

/** Each file over the shipped catalog and over those before it, as other commands take them. */
async function checkConfig(files: string[], { json }: { json?: boolean }): Promise<void> {
  const gramme = await loadGramme({ compiled: compiledCore() });
  const checked: Checked[] = [];
  for (const file of files) {
    try {
      await putOver(gramme, file);
      checked.push({ file, problem: null });
    } catch (error) {
      if (!(error instanceof GrammeError)) throw error;
      const { code, path, message } = error;
      checked.push({ file, problem: { code, path, message } });
    }
  }
  if (checked.some(({ problem }) => problem !== null)) process.exitCode = 1;
  if (json) return printJson(checked);
  for (const { file, problem } of checked) {
    print(
      problem === null
        ? `${file}: valid`
        : `${file}: ${problem.code} at ${problem.path}: ${problem.message}`,
    );
  }
}

export function addCheckConfig(program: Command): void {
  program
    .command('check-config')
    .description('check your own YAML configs (config/README.md); status 1 when one is faulty')
    .argument('<files...>', 'each lies over the shipped catalog and over those before it')
    .option('--json', 'print the answer as JSON')
    .action(checkConfig);
}
