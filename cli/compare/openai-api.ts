import type { Answer, Api, Usage } from './api.ts';
import { at, listAt, textAt, textsIn, tokensAt } from './json-at.ts';

/** How the addresses of this family differ. */
export interface Dialect {
  path: string;
  limitName: 'max_tokens' | 'max_completion_tokens';
  /** Usage comes with a stream only when it is asked for; Mistral always sends it. */
  isUsageAsked: boolean;
}

/** Cached tokens are part of `prompt_tokens` there, and apart from the rest here. */
function usageIn(usage: unknown): Usage {
  const read = tokensAt(usage, 'prompt_tokens');
  const cached = tokensAt(usage, 'prompt_tokens_details', 'cached_tokens') ?? 0;
  const written = tokensAt(usage, 'completion_tokens');
  return {
    ...(read === undefined || cached > read
      ? {}
      : { inputTokens: read - cached, cachedInputTokens: cached }),
    ...(written === undefined ? {} : { outputTokens: written }),
  };
}

function read(event: unknown, answer: Answer): void {
  for (const choice of listAt(event, 'choices')) {
    const written = at(choice, 'delta') ?? at(choice, 'message');
    for (const name of ['reasoning_content', 'reasoning', 'content']) {
      const text = textsIn(at(written, name));
      if (text !== '') answer.texts.push(text);
    }
    const reason = textAt(choice, 'finish_reason');
    answer.isEnded ||= reason !== undefined;
    answer.isCut ||= reason === 'length';
  }
  Object.assign(answer.usage, usageIn(at(event, 'usage') ?? at(event, 'x_groq', 'usage')));
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
