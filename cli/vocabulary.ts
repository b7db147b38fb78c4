import { basename } from 'node:path';
import type { Command } from 'commander';
import type { FullGramme } from '../web/core/node.ts';
import { readBytes } from './input.ts';

/** A vocabulary of the user's own, instead of a shipped one. */
export interface VocabularyOptions {
  vocabulary?: string;
  pattern?: string;
}

export function addVocabularyOptions(command: Command): Command {
  return command
    .option('--vocabulary <file>', 'your own .tiktoken, tokenizer.json, tekken.json or .gvoc file')
    .option('--pattern <name>', 'how a .tiktoken file cuts texts, such as cl100k or o200k');
}

/** Loads the file, if one is named; the options then ask for its encoding. */
export async function withOwnVocabulary<Options extends VocabularyOptions>(
  gramme: FullGramme,
  options: Options,
): Promise<Options & { encoding?: string }> {
  const { vocabulary, pattern } = options;
  if (vocabulary === undefined) return options;
  const { encoding } = gramme.importVocabulary(await readBytes(vocabulary), {
    name: `file:${basename(vocabulary)}`,
    ...(pattern === undefined ? {} : { pattern }),
  });
  return { ...options, encoding };
}
