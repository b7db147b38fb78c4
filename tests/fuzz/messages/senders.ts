/** Who sends: pages of the sites, our own, and everybody else. */
import type { Random } from '../../../bench/random.ts';
import type { Sender } from '../../../extension/background/messages.ts';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { below, isLucky, pick } from './pick.ts';
import { sites } from './valid-exchanges.ts';

export const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
const OTHER_ID = 'ponmlkjihgfedcbaponmlkjihgfedcba';

const tabOf = (id: number) => ({ id, index: 0 }) as chrome.tabs.Tab;
export const originOf = (site: SiteId): string => `https://${siteFacts[site].host}`;

export const sitePage = (site: SiteId, tabId: number): Sender => ({
  id: OWN_ID,
  origin: originOf(site),
  url: `${originOf(site)}/c/1`,
  tab: tabOf(tabId),
});

export const ownPage: Sender = {
  id: OWN_ID,
  origin: `chrome-extension://${OWN_ID}`,
  url: `chrome-extension://${OWN_ID}/popup.html`,
};

const strangeOrigins: readonly (string | undefined)[] = [
  ...[undefined, '', 'null', 'file://', 'about:blank', 'https://example.org', 'data:', 'blob:'],
  ...['http://chatgpt.com', 'https://chatgpt.com:8443', 'https://chatgpt.com.example.org'],
  ...[
    'https://evil.chatgpt.com',
    'https://chatgpt.com/',
    'https://CHATGPT.com',
    'https://claude.ai.',
  ],
  ...[
    `chrome-extension://${OTHER_ID}`,
    `chrome-extension://${OWN_ID}/`,
    `moz-extension://${OWN_ID}`,
  ],
  ...['chrome-extension://', 'constructor', '__proto__', 'https://gemini.google.com@example.org'],
];

type Making = (random: Random) => Sender;

/** None of them may send anything. */
const wrong: readonly Making[] = [
  (random) => ({ ...sitePage(pick(random, sites), 1), id: OTHER_ID }),
  (random) => ({ ...ownPage, id: pick(random, [OTHER_ID, '', `${OWN_ID} `]) }),
  (random) => {
    const { id: _, ...others } = sitePage(pick(random, sites), 1);
    return others;
  },
  (random) => {
    const { tab: _, ...others } = sitePage(pick(random, sites), 1);
    return others;
  },
  (random) => {
    const origin = pick(random, strangeOrigins);
    const { origin: _, ...others } = sitePage(pick(random, sites), 1);
    return origin === undefined ? others : { ...others, origin };
  },
  (random) => ({ ...ownPage, origin: pick(random, strangeOrigins) ?? 'null' }),
  () => ({}),
];

export const wrongSender: Making = (random) => pick(random, wrong)(random);

export const pageSender = (random: Random, site: SiteId): Sender =>
  sitePage(site, 1 + below(random, 3));

/** A page of ours in a tab is ours too. */
export const ownSender: Making = (random) =>
  isLucky(random, 0.5) ? ownPage : { ...ownPage, tab: tabOf(9) };
