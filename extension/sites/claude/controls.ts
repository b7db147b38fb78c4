import type { ControlSelectors } from '../types.ts';

export const claudeControls: ControlSelectors = {
  composer:
    '[data-testid="chat-input"], fieldset .ProseMirror[contenteditable="true"], fieldset [contenteditable="true"]',
  editBox:
    'main textarea:not(fieldset *, form *), [data-testid="transcript-row"] textarea, [data-testid="transcript-list"] textarea, [data-autoscroll-container] textarea',
  outside: 'nav, [role="dialog"], [role="menu"]',
  stop: '[data-testid="stop-button"], button[aria-label="Stop response"]',
  enabledToStop: '',
  stopScope: 'fieldset button[aria-label], form button[aria-label]',
  pickers: [
    { selector: '[data-testid="model-selector-dropdown"]', inner: '.whitespace-nowrap' },
    { selector: '[data-testid="model-selector-dropdown"]', inner: null },
  ],
  pickerPrefixes: [/^Model( selector)?:\s*/i],
};
