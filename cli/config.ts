import type { Command } from 'commander';
import { type FullGramme, GrammeError, loadGramme } from '../web/core/node.ts';
import { compiledCore } from './compiled-core.ts';
import { readText } from './input.ts';

/** Configs of the user's own, which lie over the catalog. */
export interface ConfigOptions {
  config: string[];
}

/** For options that may stand more than once. */
export const gather = (value: string, before: string[]): string[] => [...before, value];

export function addConfigOption(command: Command): Command {
  return command.option(
    '--config <file>',
    'your own YAML config over the catalog, such as a calibration; may be repeated',
    gather,
    [],
  );
}

/** Errors of what stands in a file name it; those of a request ("/region") do not. */
export function withFile<Answer>(file: string, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GrammeError) || error.path.startsWith('/')) throw error;
    const path = error.path === '' ? file : `${file}: ${error.path}`;
    throw new GrammeError(error.code, path, error.message);
  }
}

export async function putOver(gramme: FullGramme, file: string): Promise<void> {
  const yaml = await readText(file);
  withFile(file, () => gramme.loadOverlay(yaml));
}

/** The core, with the configs that the options name. */
export async function startGramme({ config }: ConfigOptions): Promise<FullGramme> {
  const gramme = await loadGramme({ compiled: compiledCore() });
  for (const file of config) await putOver(gramme, file);
  return gramme;
}
