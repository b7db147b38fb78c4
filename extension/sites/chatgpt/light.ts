import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { chatgptControls } from './controls.ts';

/** The light page (2026-10) for small windows and visitors: one list, prompts inside a button. */
export const light: Dialect = dialectFrom(
  {
    id: 'light',
    matches: '[data-conversation-transcript] [data-message-role]',
    prompt: '[data-conversation-transcript] [data-message-role="user"]',
    promptText: '[data-user-message-copy]',
    promptKeys: [
      { where: 'self', selector: '[data-message-id]', attribute: 'data-message-id' },
      { where: 'self', selector: '[id]', attribute: 'id' },
    ],
    promptPositions: [],
    isPromptByText: false,
    reply: '[data-conversation-transcript] [data-message-role="assistant"]',
    prose: '[data-assistant-markdown]',
    notProse: '',
    replyKeys: [
      { where: 'self', selector: '[data-message-id]', attribute: 'data-message-id' },
      { where: 'self', selector: '[id]', attribute: 'id' },
    ],
    modelSlug: 'data-message-model-slug',
    busy: '[data-conversation-transcript] [data-message-streaming]:not([data-message-streaming="false"])',
    isBusyByGrowth: false,
    images: 'img[alt^="Generated image"], [data-testid="generated-image-preview"] img',
    reasoning: '[data-message-reasoning]',
    tools: 'iframe[title^="internal://"]',
    failed: '[role="alert"], [data-message-error]:not([data-message-error="false"])',
    complete: '[data-message-complete]:not([data-message-complete="false"])',
  },
  chatgptControls,
);
