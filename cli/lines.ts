import { GrammeError } from '../web/core/node.ts';
import { readLines } from './input.ts';

/** A JSON record, or the error that says what is wrong with the text. */
export function parseRecord(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new GrammeError('invalid_json', '', 'this is not valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new GrammeError('invalid_type', '', 'a record with named values is expected here');
  }
  return parsed as Record<string, unknown>;
}

type Answer = (record: Record<string, unknown>) => object | Promise<object>;

async function answerLine(line: string, answer: Answer): Promise<object> {
  try {
    return await answer(parseRecord(line));
  } catch (error) {
    if (!(error instanceof GrammeError)) throw error;
    process.exitCode = 2;
    return { error: { code: error.code, path: error.path, message: error.message } };
  }
}

/** One answer per line; a bad line gets its error as its answer, and the run ends with status 2. */
export async function answerLines(file: string | undefined, answer: Answer): Promise<void> {
  for await (const line of await readLines(file)) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(await answerLine(line, answer))}\n`);
  }
}
