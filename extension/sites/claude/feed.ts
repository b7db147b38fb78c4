import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { claudeControls } from './controls.ts';
import { responseSelectors } from './response.ts';

/**
 * Feed of transcript rows, since 2026-08: virtualised, the last two rows always mounted. The row
 * of a prompt is the prompt, because one made of attachments only has no text element.
 */
export const feed: Dialect = dialectFrom(
  {
    ...responseSelectors,
    id: 'feed',
    matches:
      '[data-testid="transcript-row"], [data-perf-row], [data-turn-key] .font-claude-response',
    prompt: '[data-perf-row="human"], [data-testid="user-message"]',
    promptKeys: [
      { where: 'self', selector: '[data-turn-key]', attribute: 'data-turn-key' },
      { where: 'inside', selector: '[data-turn-key]', attribute: 'data-turn-key' },
      { where: 'around', selector: '[data-turn-key]', attribute: 'data-turn-key' },
    ],
    reply:
      '[data-perf-row="assistant"], [data-testid="assistant-message"], .font-claude-response, .\\!font-claude-response',
    replyKeys: [
      { where: 'self', selector: '[data-turn-key]', attribute: 'data-turn-key' },
      { where: 'inside', selector: '[data-turn-key]', attribute: 'data-turn-key' },
      { where: 'around', selector: '[data-turn-key]', attribute: 'data-turn-key' },
    ],
  },
  claudeControls,
);
