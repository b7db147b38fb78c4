import { listAt, textAt } from '../../web/usage/json-at.ts';
import type { Answer, Api } from './api.ts';

/** How the addresses of this family differ. */
export interface Dialect {
  path: string;
  limitName: 'max_tokens' | 'max_completion_tokens';
  /** Usage comes with a stream only when it is asked for; Mistral always sends it. */
  isUsageAsked: boolean;
}

function read(event: unknown, answer: Answer): void {
  for (const choice of listAt(event, 'choices')) {
    const reason = textAt(choice, 'finish_reason');
    answer.isEnded ||= reason !== undefined;
    answer.isCut ||= reason === 'length';
  }
}

/** Chat completions, as OpenAI and many others have them. */
export function openAiApi({ path, limitName, isUsageAsked }: Dialect): Api {
  return {
    post: ({ model, prompt, isStreamed, mostOutputTokens }, key) => ({
      path,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      body: {
        model,
        messages: [{ role: 'user', content: prompt }],
        [limitName]: mostOutputTokens,
        stream: isStreamed,
        ...(isStreamed && isUsageAsked ? { stream_options: { include_usage: true } } : {}),
      },
    }),
    read,
  };
}
