import type { Command } from 'commander';
import { type CountRequest, GrammeError, loadGramme, type TokenCount } from '../web/core/node.ts';
import { readBytes } from './input.ts';
import { answerLines } from './lines.ts';
import { formatFigure, print, printJson } from './output.ts';

interface CountOptions {
  model?: string;
  encoding?: string;
  json?: boolean;
  jsonl?: boolean;
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
  const notes = count.warnings.map((warning) => `  ${warning.code}: ${warning.message}`);
  return [`${formatFigure(count.tokens)} tokens (${kind}, ${count.encoding})`, ...notes].join('\n');
}

async function count(file: string | undefined, options: CountOptions): Promise<void> {
  const gramme = await loadGramme();
  if (options.jsonl) {
    return answerLines(file, (record) => {
      const { text, request } = readCountLine(record);
      return gramme.count(text, request);
    });
  }
  const answer = await gramme.count(await readBytes(file), requestOf(options));
  if (options.json) printJson(answer);
  else print(describe(answer));
}

export function addCount(program: Command): void {
  program
    .command('count')
    .description('count the tokens of a text')
    .argument('[file]', 'file to read; standard input when absent or "-"')
    .option('-m, --model <name>', 'model id, alias or picker label')
    .option('-e, --encoding <id>', `encoding (default ${DEFAULT_ENCODING})`)
    .option('--json', 'print the answer as JSON')
    .option('--jsonl', 'read one JSON request per line: {"text", "model" or "encoding"}')
    .action(count);
}
