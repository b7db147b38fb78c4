import type { Command } from 'commander';
import { type CountRequest, GrammeError } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { readText } from './input.ts';
import { addVocabularyOptions, type VocabularyOptions, withOwnVocabulary } from './vocabulary.ts';

interface DecodeOptions extends VocabularyOptions, ConfigOptions, CountRequest {}

const DEFAULT_ENCODING = 'o200k_base';

/** Ids separated by anything but digits. */
function readIds(text: string): number[] {
  const ids = text.split(/[\s,[\]]+/).filter((word) => word !== '');
  const wrong = ids.findIndex((id) => !/^\d+$/.test(id));
  if (wrong >= 0) {
    throw new GrammeError('out_of_range', `/ids/${wrong}`, 'an id is a whole number from 0 on');
  }
  return ids.map(Number);
}

async function decode(file: string | undefined, given: DecodeOptions): Promise<void> {
  const gramme = await startGramme(given);
  const options = await withOwnVocabulary(gramme, given);
  const { model, encoding } = options;
  const request =
    encoding === undefined && model !== undefined
      ? { model }
      : { encoding: encoding ?? DEFAULT_ENCODING };
  process.stdout.write(await gramme.decode(readIds(await readText(file)), request));
}

export function addDecode(program: Command): void {
  const command = program
    .command('decode')
    .description('turn token ids back into text')
    .argument('[file]', 'file of ids; standard input when absent or "-"')
    .option('-m, --model <name>', 'model id, alias or picker label')
    .option('-e, --encoding <id>', `encoding (default ${DEFAULT_ENCODING})`);
  addVocabularyOptions(command).action(decode);
}
