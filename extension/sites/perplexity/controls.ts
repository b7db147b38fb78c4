import type { ControlSelectors } from '../types.ts';

/** The stop button is not on every page: an answer also shows by growing. No model is shown. */
export const perplexityControls: ControlSelectors = {
  composer: '#ask-input, [data-lexical-editor="true"][role="textbox"]',
  editBox:
    '[class~="group/user-bubble"] textarea, [class~="group/user-bubble"] [contenteditable="true"]',
  outside: 'nav, aside, [role="dialog"], [role="menu"]',
  stop: '[data-testid="stop-generating-response-button"]',
  enabledToStop: '',
  stopScope: '',
  pickers: [],
  pickerPrefixes: [],
};
