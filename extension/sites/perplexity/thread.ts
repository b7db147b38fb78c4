import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { perplexityControls } from './controls.ts';

const bubble = '[class~="group/user-bubble"]';

/**
 * Questions in bubbles, answers in what one renderer drew (2026-09), which also draws questions.
 * Nothing has an id, and no attribute says that an answer is being written.
 */
export const thread: Dialect = dialectFrom(
  {
    id: 'thread',
    matches: `${bubble}, [data-workflow-final-text], [data-renderer="lm"]`,
    prompt: bubble,
    promptText: `[data-renderer="lm"], ${bubble}:not(:has([data-renderer="lm"]))`,
    promptKeys: [],
    promptPositions: [],
    isPromptByText: false,
    reply: `[data-workflow-final-text], [data-renderer="lm"]:not(${bubble} *)`,
    prose: '[data-renderer="lm"]',
    notProse: '',
    replyKeys: [],
    modelSlug: null,
    busy: '',
    isBusyByGrowth: true,
    images: '',
    reasoning: '',
    tools: '',
    failed: '[role="alert"]',
    complete: '',
  },
  perplexityControls,
);
