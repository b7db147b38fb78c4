import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { claudeControls } from './controls.ts';
import { responseSelectors } from './response.ts';

/** `.font-claude-message`, 2023-09 to 2025-07: the root is the prose, and nothing has an id. */
export const message: Dialect = dialectFrom(
  {
    ...responseSelectors,
    id: 'message',
    matches: '.font-claude-message',
    reply: '.font-claude-message',
    prose: '.font-claude-message',
  },
  claudeControls,
);
