import { listAt, textAt } from '../../web/usage/json-at.ts';
import type { Answer, Api } from './api.ts';

function read(event: unknown, answer: Answer): void {
  for (const candidate of listAt(event, 'candidates')) {
    const reason = textAt(candidate, 'finishReason');
    answer.isEnded ||= reason !== undefined;
    answer.isCut ||= reason === 'MAX_TOKENS';
  }
  // A prompt that is refused has no candidate.
  answer.isEnded ||= textAt(event, 'promptFeedback', 'blockReason') !== undefined;
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
