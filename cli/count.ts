import type { Command } from 'commander';
import { type CountRequest, type Gramme, GrammeError, type TokenCount } from '../web/core/node.ts';
import { countChat } from './chat.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { readBytes } from './input.ts';
import { answerLines } from './lines.ts';
import { formatFigure, print, printJson, warningLines } from './output.ts';
import { addVocabularyOptions, type VocabularyOptions, withOwnVocabulary } from './vocabulary.ts';

interface CountOptions extends VocabularyOptions, ConfigOptions {
  model?: string;
  encoding?: string;
  json?: boolean;
  jsonl?: boolean;
  ids?: boolean;
  allowSpecial?: boolean;
  chat?: boolean;
  framing?: string;
}

const DEFAULT_ENCODING = 'o200k_base';

function requestOf(options: CountRequest): CountRequest {
  if (options.encoding !== undefined) return { encoding: options.encoding };
  if (options.model !== undefined) return { model: options.model };
  return { encoding: DEFAULT_ENCODING };
}

interface CountLine {
  text: string;
  request: CountRequest;
}

function optionalText(record: Record<string, unknown>, key: string): string | undefined {
  const value = record[key];
  if (value === undefined || typeof value === 'string') return value;
  throw new GrammeError('invalid_type', `/${key}`, 'a text is expected here');
}

function readCountLine(record: Record<string, unknown>): CountLine {
  const text = optionalText(record, 'text');
  if (text === undefined) throw new GrammeError('missing_key', '/text', 'this value is required');
  const model = optionalText(record, 'model');
  const encoding = optionalText(record, 'encoding');
  return {
    text,
    request: requestOf({
      ...(model === undefined ? {} : { model }),
      ...(encoding === undefined ? {} : { encoding }),
    }),
  };
}

function describe(count: TokenCount): string {
  const kind = count.kind === 'exact' ? 'exact' : 'estimated';
  const tokens = `${formatFigure(count.tokens)} tokens (${kind}, ${count.encoding})`;
  return [tokens, ...warningLines(count)].join('\n');
}

/** One id after the other, as `decode` reads them. */
async function printIds(gramme: Gramme, text: Uint8Array, options: CountOptions): Promise<void> {
  const request = { ...requestOf(options), allowSpecial: options.allowSpecial === true };
  const answer = await gramme.encode(text, request);
  if (options.json) printJson(answer);
  else print(answer.ids.join(' '));
}

async function count(file: string | undefined, given: CountOptions): Promise<void> {
  const gramme = await startGramme(given);
  const options = await withOwnVocabulary(gramme, given);
  if (options.chat) return countChat(gramme, file, { ...options, ...requestOf(options) });
  if (options.ids) return printIds(gramme, await readBytes(file), options);
  if (options.jsonl) {
    return answerLines(file, (record) => {
      const { text, request } = readCountLine(record);
      return gramme.count(text, request);
    });
  }
  const text = await readBytes(file);
  const isOwn = options.vocabulary !== undefined;
  const answer = await (isOwn ? gramme.count : gramme.countOnce)(text, requestOf(options));
  if (options.json) printJson(answer);
  else print(describe(answer));
}

export function addCount(program: Command): void {
  const command = program
    .command('count')
    .description('count the tokens of a text or of a chat')
    .argument('[file]', 'file to read; standard input when absent or "-"')
    .option('-m, --model <name>', 'model id, alias or picker label')
    .option('-e, --encoding <id>', `encoding (default ${DEFAULT_ENCODING})`)
    .option('--json', 'print the answer as JSON')
    .option('--jsonl', 'read one JSON request per line: {"text", "model" or "encoding"}')
    .option('--ids', 'print the token ids')
    .option('--allow-special', 'with --ids: read special tokens where their text stands')
    .option('--chat', 'read a chat: {"messages": [{"role", "text", "name"?}]}, or the list itself')
    .option('--framing <id>', "with --chat: another framing than the model's");
  addVocabularyOptions(command).action(count);
}
