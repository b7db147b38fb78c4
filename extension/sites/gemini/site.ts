import { isStopButton, readControls } from '../controls.ts';
import type { SiteAdapter } from '../types.ts';
import { geminiControls } from './controls.ts';
import { turns } from './turns.ts';

/** `/u/1` before the path names one of several accounts. */
const conversationPath = /^(?:\/u\/\d+)?\/(?:app|gem\/[^/]+)\/([^/]+)/;
const chatPath = /^(?:\/u\/\d+)?\/(?:app|gem)(?:\/|$)/;

export const gemini: SiteAdapter = {
  id: 'gemini',
  hosts: ['gemini.google.com'],
  dialects: [turns],
  isChat: (url) => url.pathname === '/' || chatPath.test(url.pathname),
  conversationOf: (url) => conversationPath.exec(url.pathname)?.[0] ?? null,
  controls: (page) => readControls(page, geminiControls),
  isStopButton: (element) => isStopButton(element, geminiControls),
};
