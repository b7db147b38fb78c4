import { textAt } from '../../web/usage/json-at.ts';
import type { Answer, Api } from './api.ts';

const VERSION = '2023-06-01';

function read(event: unknown, answer: Answer): void {
  const type = textAt(event, 'type');
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
