import { isStopButton, readControls } from '../controls.ts';
import type { SiteAdapter } from '../types.ts';
import { claudeControls } from './controls.ts';
import { feed } from './feed.ts';
import { message } from './message.ts';
import { response } from './response.ts';

const conversationPath = /^\/chat\/[^/]+/;
const chatPath = /^\/(new|chat|project|recents)?(\/|$)/;

export const claude: SiteAdapter = {
  id: 'claude',
  hosts: ['claude.ai'],
  dialects: [feed, message, response],
  isChat: (url) => chatPath.test(url.pathname),
  conversationOf: (url) => conversationPath.exec(url.pathname)?.[0] ?? null,
  controls: (page) => readControls(page, claudeControls),
  isStopButton: (element) => isStopButton(element, claudeControls),
};
