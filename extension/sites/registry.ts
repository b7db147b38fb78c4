import { chatgpt } from './chatgpt/site.ts';
import { claude } from './claude/site.ts';
import { deepseek } from './deepseek/site.ts';
import { gemini } from './gemini/site.ts';
import { perplexity } from './perplexity/site.ts';
import type { SiteAdapter } from './types.ts';

/** Adding a site: one adapter, one line here. */
export const siteAdapters: readonly SiteAdapter[] = [chatgpt, claude, gemini, deepseek, perplexity];

export function adapterFor(host: string): SiteAdapter | null {
  return siteAdapters.find((adapter) => adapter.hosts.includes(host)) ?? null;
}
