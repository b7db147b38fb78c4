import { chatgpt } from './chatgpt/site.ts';
import { claude } from './claude/site.ts';
import type { SiteAdapter } from './types.ts';

/** Adding a site: one adapter, one line here. */
export const siteAdapters: readonly SiteAdapter[] = [chatgpt, claude];

export function adapterFor(host: string): SiteAdapter | null {
  return siteAdapters.find((adapter) => adapter.hosts.includes(host)) ?? null;
}
