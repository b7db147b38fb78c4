import type { SiteId } from '../sites/records.ts';

/** A site as people and addresses name it; the same in every language. */
export interface SiteFacts {
  name: string;
  host: string;
}

export const siteFacts: Readonly<Record<SiteId, SiteFacts>> = {
  chatgpt: { name: 'ChatGPT', host: 'chatgpt.com' },
  claude: { name: 'Claude', host: 'claude.ai' },
};

/** Names by site id. */
export const siteNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(siteFacts).map(([id, { name }]) => [id, name]),
);

/** Origins whose pages may send messages. */
export const siteOrigins: readonly string[] = Object.values(siteFacts).map(
  ({ host }) => `https://${host}`,
);
