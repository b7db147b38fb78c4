import { isStopButton, readControls } from '../controls.ts';
import type { SiteAdapter } from '../types.ts';
import { article } from './article.ts';
import { chatgptControls } from './controls.ts';
import { light } from './light.ts';
import { rebuilt } from './rebuilt.ts';
import { section } from './section.ts';

const conversationPath = /^(?:\/g\/[^/]+)?\/c\/([^/]+)|^\/uc\/([^/]+)/;
const notAChat = /^\/(share|codex|atlas|auth|settings|library|gpts|explore|sora|api)(\/|$)/;

export const chatgpt: SiteAdapter = {
  id: 'chatgpt',
  hosts: ['chatgpt.com'],
  dialects: [rebuilt, light, article, section],
  isChat: (url) => !notAChat.test(url.pathname),
  conversationOf,
  controls: (page) => readControls(page, chatgptControls),
  isStopButton: (element) => isStopButton(element, chatgptControls),
};

/** `/c/local-…` is a name of the client, not of the conversation. */
function conversationOf(url: URL): string | null {
  const found = conversationPath.exec(url.pathname);
  const id = found?.[1] ?? found?.[2] ?? '';
  return found === null || id.startsWith('local-') ? null : found[0];
}
