import { type ChatMessage, type CountRequest, type Gramme, GrammeError } from '../web/core/node.ts';
import { readText } from './input.ts';
import { formatFigure, formatTable, print, printJson, warningLines } from './output.ts';

interface ChatOptions extends CountRequest {
  framing?: string;
  json?: boolean;
}

/** The messages of a chat file: the list itself, or the record that holds it. */
function messagesOf(text: string): ChatMessage[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new GrammeError('invalid_json', '', 'this is not valid JSON');
  }
  // The core checks each message.
  if (Array.isArray(parsed)) return parsed as ChatMessage[];
  return (parsed as { messages?: ChatMessage[] } | null)?.messages ?? [];
}

export async function countChat(
  gramme: Gramme,
  file: string | undefined,
  options: ChatOptions,
): Promise<void> {
  const { model, encoding, framing } = options;
  const messages = messagesOf(await readText(file));
  const request = encoding === undefined ? { model } : { encoding };
  const answer = await gramme.countChat({
    messages,
    ...(request as CountRequest),
    ...(framing === undefined ? {} : { framing }),
  });
  if (options.json) return printJson(answer);
  const rows = messages.map(({ role }, at) => [role, formatFigure(answer.messages[at] ?? 0)]);
  print(formatTable(['message', 'tokens'], rows));
  print(
    `${formatFigure(answer.tokens)} tokens (${answer.kind}, ${answer.encoding}, ${answer.framing})`,
  );
  for (const line of warningLines(answer)) print(line);
}
