import type { ControlSelectors } from '../types.ts';

/** Send and stop are one button without a label; no model is shown. */
export const deepseekControls: ControlSelectors = {
  composer: '#chat-input, textarea:not([data-virtual-list-item-key] *)',
  editBox: '[data-virtual-list-item-key] textarea',
  outside: 'nav, [role="dialog"], [role="menu"]',
  stop: '',
  enabledToStop:
    '[role="button"].ds-button--primary.ds-button--circle:not(.ds-button--disabled, [aria-disabled="true"], [data-virtual-list-item-key] *)',
  stopScope: '',
  pickers: [],
  pickerPrefixes: [],
};
