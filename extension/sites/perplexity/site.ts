import { isStopButton, readControls } from '../controls.ts';
import type { SiteAdapter } from '../types.ts';
import { perplexityControls } from './controls.ts';
import { thread } from './thread.ts';

const conversationPath = /^\/search\/(?!new(?:\/|$))[^/]+/;
const chatPath = /^\/(?:search(?:\/|$)|$)/;

export const perplexity: SiteAdapter = {
  id: 'perplexity',
  hosts: ['www.perplexity.ai'],
  dialects: [thread],
  isChat: (url) => chatPath.test(url.pathname),
  conversationOf: (url) => conversationPath.exec(url.pathname)?.[0] ?? null,
  controls: (page) => readControls(page, perplexityControls),
  isStopButton: (element) => isStopButton(element, perplexityControls),
};
