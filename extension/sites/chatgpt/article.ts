import { dialectFrom } from '../look.ts';
import type { Dialect } from '../types.ts';
import { chatgptControls } from './controls.ts';
import { sectionSelectors } from './section.ts';

/** `<article>` turns, 2024 to 2026-02: the same attributes as the section dialect. */
export const article: Dialect = dialectFrom(
  {
    ...sectionSelectors,
    id: 'article',
    matches:
      'article[data-testid^="conversation-turn-"], article[data-turn], article [data-message-author-role]',
  },
  chatgptControls,
);
