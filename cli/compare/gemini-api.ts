import type { Answer, Api, Usage } from './api.ts';
import { at, listAt, textAt, textsIn, tokensAt } from './json-at.ts';

/** Cached tokens are part of the prompt's there; thoughts are not part of the candidates'. */
function usageIn(usage: unknown): Usage {
  const read = tokensAt(usage, 'promptTokenCount');
  const cached = tokensAt(usage, 'cachedContentTokenCount') ?? 0;
  const written = tokensAt(usage, 'candidatesTokenCount');
  const thoughts = tokensAt(usage, 'thoughtsTokenCount');
  const isWrittenKnown = written !== undefined || thoughts !== undefined;
  return {
    ...(read === undefined || cached > read
      ? {}
      : { inputTokens: read - cached, cachedInputTokens: cached }),
    ...(isWrittenKnown ? { outputTokens: (written ?? 0) + (thoughts ?? 0) } : {}),
  };
}

function read(event: unknown, answer: Answer): void {
  for (const candidate of listAt(event, 'candidates')) {
    const text = textsIn(at(candidate, 'content', 'parts'));
    if (text !== '') answer.texts.push(text);
    const reason = textAt(candidate, 'finishReason');
    answer.isEnded ||= reason !== undefined;
    answer.isCut ||= reason === 'MAX_TOKENS';
  }
  // A prompt that is refused has no candidate.
  answer.isEnded ||= textAt(event, 'promptFeedback', 'blockReason') !== undefined;
  Object.assign(answer.usage, usageIn(at(event, 'usageMetadata')));
}

export const geminiApi: Api = {
  post: ({ model, prompt, isStreamed, mostOutputTokens }, key) => ({
    path: `/v1beta/models/${encodeURIComponent(model)}:${
      isStreamed ? 'streamGenerateContent?alt=sse' : 'generateContent'
    }`,
    headers: key === undefined ? {} : { 'x-goog-api-key': key },
    body: {
      contents: [{ role: 'user', parts: [{ text: prompt }] }],
      generationConfig: { maxOutputTokens: mostOutputTokens },
    },
  }),
  read,
};
