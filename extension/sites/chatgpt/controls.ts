import type { ControlSelectors } from '../types.ts';

export const chatgptControls: ControlSelectors = {
  composer:
    '#prompt-textarea, form[data-chatgpt-composer] [role="textbox"], form[data-chatgpt-composer] .ProseMirror, #mobile-composer-prompt, [data-mobile-composer-prompt]',
  editBox:
    '[data-testid^="conversation-turn-"] textarea, [data-message-author-role] textarea, [data-turn] textarea, [data-turn-key] textarea, [data-turn-key] [contenteditable="true"], [data-message-role] textarea',
  outside: 'nav, [role="dialog"], [role="menu"]',
  stop: '[data-testid="stop-button"], [data-stop-generating]:not([hidden], [disabled], [data-stop-generating="false"])',
  enabledToStop: '',
  stopScope: 'form button[aria-label]',
  pickers: [
    { selector: '[data-testid="model-switcher-dropdown-button"]', inner: null },
    { selector: 'button[aria-label^="Model selector"]', inner: null },
  ],
  pickerPrefixes: [/^Model selector(, current model is)?/i, /^ChatGPT\s+(?=\S)/],
};
