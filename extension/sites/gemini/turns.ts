import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { geminiControls } from './controls.ts';

/**
 * Elements of its own for question and answer (2024 to 2026-08). Nothing has an id; older turns are
 * loaded when the user scrolls up and stay mounted. Thoughts hold the same Markdown panel as answers.
 */
export const turns: Dialect = dialectFrom(
  {
    id: 'turns',
    matches: 'user-query, model-response',
    prompt: 'user-query',
    promptText: '.query-text',
    promptKeys: [],
    promptPositions: [],
    isPromptByText: false,
    reply: 'model-response',
    prose: '.markdown-main-panel, message-content:not(:has(.markdown-main-panel))',
    notProse: 'model-thoughts',
    replyKeys: [],
    modelSlug: null,
    busy: '',
    isBusyByGrowth: false,
    images: 'generated-image img',
    reasoning: 'model-thoughts',
    tools: '',
    failed: '[role="alert"]',
    complete: '',
  },
  geminiControls,
);
