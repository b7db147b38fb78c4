import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { deepseekControls } from './controls.ts';

const row = '[data-virtual-list-item-key]';

/**
 * Rows of a virtual list (2026-10). Question and answer are the same `.ds-message`; only an answer
 * holds Markdown or thoughts. The number of a row is one of its conversation, so it is no id.
 * Class names other than `ds-…` are hashed per deploy.
 */
export const rows: Dialect = dialectFrom(
  {
    id: 'rows',
    matches: `${row} .ds-message`,
    prompt: `${row} .ds-message:not(:has(.ds-markdown, .ds-think-content))`,
    promptText: '.ds-message',
    promptKeys: [],
    promptPositions: [{ where: 'around', selector: row, attribute: 'data-virtual-list-item-key' }],
    isPromptByText: true,
    reply: `${row} .ds-message:has(.ds-markdown, .ds-think-content)`,
    prose: '.ds-markdown',
    notProse: '.ds-think-content',
    replyKeys: [],
    modelSlug: null,
    busy: '',
    isBusyByGrowth: false,
    images: '',
    reasoning: '.ds-think-content',
    tools: '',
    failed: '[role="alert"]',
    complete: '',
  },
  deepseekControls,
);
