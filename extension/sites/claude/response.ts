import { dialectFrom } from '../look.ts';
import type { Dialect, DialectSelectors } from '../types.ts';
import { claudeControls } from './controls.ts';

/**
 * `.font-claude-response`, 2025-08 to 2026-07: no ids; thinking stays in the page, closed or not,
 * in the first row of a grid whose second row is the answer.
 */
export const responseSelectors: DialectSelectors = {
  id: 'response',
  matches: '.font-claude-response, .\\!font-claude-response, [data-testid="user-message"]',
  prompt: '[data-testid="user-message"]',
  promptText: '[data-testid="user-message"]',
  promptKeys: [],
  promptPositions: [],
  isPromptByText: false,
  reply: '.font-claude-response, .\\!font-claude-response, [data-testid="assistant-message"]',
  prose: '.standard-markdown, .progressive-markdown',
  notProse: '.row-start-1, [data-timeline-text]',
  replyKeys: [],
  modelSlug: null,
  busy: '[data-is-streaming="true"]',
  isBusyByGrowth: false,
  images: '',
  reasoning: '.row-start-1, [data-timeline-text]',
  tools: '.group\\/artifact-block, .artifact-block-cell',
  failed: '[role="alert"], [data-testid="message-error"]',
  complete: '',
};

export const response: Dialect = dialectFrom(responseSelectors, claudeControls);
