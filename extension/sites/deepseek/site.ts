import { isStopButton, readControls } from '../controls.ts';
import type { SiteAdapter } from '../types.ts';
import { deepseekControls } from './controls.ts';
import { rows } from './rows.ts';

const conversationPath = /^\/a\/chat\/s\/[^/]+/;
const chatPath = /^\/(?:a\/chat(?:\/|$)|$)/;

export const deepseek: SiteAdapter = {
  id: 'deepseek',
  hosts: ['chat.deepseek.com'],
  dialects: [rows],
  isChat: (url) => chatPath.test(url.pathname),
  conversationOf: (url) => conversationPath.exec(url.pathname)?.[0] ?? null,
  controls: (page) => readControls(page, deepseekControls),
  isStopButton: (element) => isStopButton(element, deepseekControls),
};
