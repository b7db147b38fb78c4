import type { SiteId } from '../sites/records.ts';

/** A site as people and addresses name it; the same in every language. */
export interface SiteFacts {
  name: string;
  host: string;
  /** Read only after the user allowed it, on a gesture. */
  isOptional: boolean;
}

export const siteFacts: Readonly<Record<SiteId, SiteFacts>> = {
  chatgpt: { name: 'ChatGPT', host: 'chatgpt.com', isOptional: false },
  claude: { name: 'Claude', host: 'claude.ai', isOptional: false },
  gemini: { name: 'Gemini', host: 'gemini.google.com', isOptional: true },
  deepseek: { name: 'DeepSeek', host: 'chat.deepseek.com', isOptional: true },
  perplexity: { name: 'Perplexity', host: 'www.perplexity.ai', isOptional: true },
};

/** Names by site id. */
export const siteNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(siteFacts).map(([id, { name }]) => [id, name]),
);

/** Origins whose pages may send messages. */
export const siteOrigins: readonly string[] = Object.values(siteFacts).map(
  ({ host }) => `https://${host}`,
);

/** The site whose pages have that origin, or null. */
export function siteAt(origin: string): SiteId | null {
  const found = Object.entries(siteFacts).find(([, { host }]) => origin === `https://${host}`);
  return (found?.[0] as SiteId | undefined) ?? null;
}
