import { dialectFrom } from '../look.ts';
import type { Dialect, DialectSelectors } from '../types.ts';
import { chatgptControls } from './controls.ts';

/**
 * `<section>` turns, 2026-03 on: virtualised, several messages per answer. The role attribute is
 * missing on image turns, the turn attribute on old ones, so both name a turn.
 */
export const sectionSelectors: DialectSelectors = {
  id: 'section',
  matches: '[data-testid^="conversation-turn-"], [data-message-author-role]',
  prompt: '[data-turn="user"], [data-message-author-role="user"]',
  promptText: '.whitespace-pre-wrap',
  promptKeys: [
    { where: 'self', selector: '[data-message-id]', attribute: 'data-message-id' },
    { where: 'inside', selector: '[data-message-id]', attribute: 'data-message-id' },
    { where: 'self', selector: '[data-turn-id]', attribute: 'data-turn-id' },
  ],
  promptPositions: [],
  isPromptByText: false,
  reply:
    '[data-turn="assistant"], [data-message-author-role="assistant"], [data-testid^="conversation-turn-"]:not([data-turn]):not(:has([data-message-author-role]))',
  prose: '.markdown',
  notProse: '.reasoning-summary, [data-testid^="cot-v5-"]',
  replyKeys: [
    { where: 'self', selector: '[data-message-id]', attribute: 'data-message-id' },
    { where: 'inside', selector: '[data-message-id]', attribute: 'data-message-id' },
    { where: 'self', selector: '[data-turn-id]', attribute: 'data-turn-id' },
  ],
  modelSlug: 'data-message-model-slug',
  busy: '[data-turn="assistant"] .result-streaming, [data-turn="assistant"] .streaming-animation, [data-message-author-role="assistant"] .result-streaming, [data-message-author-role="assistant"] .streaming-animation',
  isBusyByGrowth: false,
  images:
    '[id^="image-"] img[alt]:not([alt=""]), img[alt^="Generated image"]:not([id^="image-"] *)',
  reasoning:
    '.reasoning-summary, [data-testid^="cot-v5-"], .loading-shimmer-tertiary, button span[data-state].loading-shimmer',
  tools: 'iframe[title^="internal://"]',
  failed:
    '[role="alert"], [class*="surface-error"], [class*="text-error"], [data-testid="regenerate-thread-error-button"]',
  complete: '',
};

export const section: Dialect = dialectFrom(sectionSelectors, chatgptControls);
