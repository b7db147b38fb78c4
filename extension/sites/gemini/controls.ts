import type { ControlSelectors } from '../types.ts';

/** The stop button is told by its icon, whose name is the same in every language. */
export const geminiControls: ControlSelectors = {
  composer: 'rich-textarea [contenteditable="true"]',
  editBox: 'user-query textarea, user-query [contenteditable="true"]',
  outside: 'nav, [role="dialog"], [role="menu"]',
  stop: '[fonticon="stop"]:not(user-query *, model-response *), [data-mat-icon-name="stop"]:not(user-query *, model-response *), button[aria-label="Stop response"]',
  enabledToStop: '',
  stopScope:
    '[data-test-id="send-button-container"] button[aria-label], .send-button-container button[aria-label]',
  pickers: [{ selector: '[data-test-id="bard-mode-menu-button"]', inner: null }],
  pickerPrefixes: [/^Open mode picker, currently\s+/i],
};
