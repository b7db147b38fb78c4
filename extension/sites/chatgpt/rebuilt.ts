import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { chatgptControls } from './controls.ts';

/**
 * The app rebuilt in 2026-09: one `[data-turn-key]` holds prompt and answer, the key being the
 * id of the prompt. Class names are hashed per deploy. No model attribute is known.
 */
export const rebuilt: Dialect = dialectFrom(
  {
    id: 'rebuilt',
    matches: '[data-turn-key] [data-user-message-bubble], [data-chatgpt-search-unit-key]',
    prompt: '[data-turn-key] [data-user-message-bubble]',
    promptText: '.whitespace-pre-wrap, [data-markdown-text-tone="user-message"]',
    promptKeys: [
      {
        where: 'around',
        selector: '[data-chatgpt-search-message-ids]',
        attribute: 'data-chatgpt-search-message-ids',
      },
      { where: 'around', selector: '[data-turn-key]', attribute: 'data-turn-key' },
    ],
    promptPositions: [],
    isPromptByText: false,
    reply: '[data-turn-key]',
    prose:
      '[data-markdown-text-style="assistant-message"]:not([data-markdown-text-tone]), [data-markdown-text-style="assistant-message"][data-markdown-text-tone="primary"]',
    notProse: '[data-user-message-bubble]',
    replyKeys: [
      {
        where: 'inside',
        selector: '[data-chatgpt-search-unit-key$=":assistant"][data-chatgpt-search-message-ids]',
        attribute: 'data-chatgpt-search-message-ids',
      },
      {
        where: 'inside',
        selector: '[data-chatgpt-selection-message-id]',
        attribute: 'data-chatgpt-selection-message-id',
      },
    ],
    modelSlug: null,
    busy: '[data-turn-key] [role="status"][aria-busy="true"], [data-turn-key][aria-busy="true"]',
    isBusyByGrowth: false,
    images:
      '[data-testid="generated-image-preview"] img, [id^="image-"] img[alt^="Generated image"]',
    reasoning: '.group\\/activity-header .loading-shimmer-tertiary, .loading-shimmer-tertiary',
    tools: 'iframe[title^="internal://"]',
    failed: '[role="alert"], [class*="text-error"]',
    complete: '',
  },
  chatgptControls,
);
