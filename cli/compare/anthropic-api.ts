import type { Answer, Api, Usage } from './api.ts';
import { at, textAt, textsIn, tokensAt } from './json-at.ts';

const VERSION = '2023-06-01';

/** Tokens written into the cache are read for the first time, so they count as input. */
function usageIn(usage: unknown): Usage {
  const read = tokensAt(usage, 'input_tokens');
  const stored = tokensAt(usage, 'cache_creation_input_tokens') ?? 0;
  const written = tokensAt(usage, 'output_tokens');
  return {
    ...(read === undefined
      ? {}
      : {
          inputTokens: read + stored,
          cachedInputTokens: tokensAt(usage, 'cache_read_input_tokens') ?? 0,
        }),
    ...(written === undefined ? {} : { outputTokens: written }),
  };
}

/** The first event of a stream tells of a token or so that is written; only the last one counts. */
function startOf(message: unknown): Usage {
  const { outputTokens: _, ...usage } = usageIn(at(message, 'usage'));
  return usage;
}

function read(event: unknown, answer: Answer): void {
  const type = textAt(event, 'type');
  if (type === 'message_start') Object.assign(answer.usage, startOf(at(event, 'message')));
  if (type === 'message' || type === 'message_delta') {
    Object.assign(answer.usage, usageIn(at(event, 'usage')));
  }
  const written = type === 'message' ? at(event, 'content') : at(event, 'delta');
  const text = textsIn(written);
  if (text !== '') answer.texts.push(text);
  const reason = textAt(event, 'delta', 'stop_reason') ?? textAt(event, 'stop_reason');
  answer.isEnded ||= reason !== undefined || type === 'message_stop';
  answer.isCut ||= reason === 'max_tokens';
}

export const anthropicApi: Api = {
  post: ({ model, prompt, isStreamed, mostOutputTokens }, key) => ({
    path: '/v1/messages',
    headers: { 'anthropic-version': VERSION, ...(key === undefined ? {} : { 'x-api-key': key }) },
    body: {
      model,
      max_tokens: mostOutputTokens,
      messages: [{ role: 'user', content: prompt }],
      stream: isStreamed,
    },
  }),
  read,
};
