import { siteFacts } from '../shared/site-facts.ts';
import type { WatchEnd } from '../shared/watch-messages.ts';
import type { SiteId } from '../sites/records.ts';
import { newQueue } from './storage.ts';

/** As the bundle calls it; the manifest gives the same file to the sites that need no asking. */
const CONTENT_FILE = 'content.js';

const allSites = Object.keys(siteFacts) as SiteId[];
const optionalSites = allSites.filter((site) => siteFacts[site].isOptional);
const patternOf = (site: SiteId) => `https://${siteFacts[site].host}/*`;
const scriptIdOf = (site: SiteId) => `content-${site}`;

/** Granting and removing may follow each other faster than scripts are registered. */
const inOrder = newQueue();

/** Whether pages of that site may be read now. */
export const isGranted = (site: SiteId): Promise<boolean> =>
  chrome.permissions.contains({ origins: [patternOf(site)] });

/** The sites whose pages may be read now. Chrome lets users close those of the manifest too. */
export async function grantedSites(): Promise<SiteId[]> {
  const answers = await Promise.all(allSites.map(isGranted));
  return allSites.filter((_, index) => answers[index]);
}

/**
 * Brings content scripts in line with what is permitted: those of optional sites are registered
 * or not, tabs that show a site just permitted are read without a reload, and those of one that is
 * no longer permitted are read no more. Doing it again changes nothing.
 */
export function alignSites(): Promise<void> {
  return inOrder(async () => {
    const granted = await grantedSites();
    const registered = await registeredSites();
    const isNew = (site: SiteId) => granted.includes(site) && !registered.includes(site);
    const isGone = (site: SiteId) => !granted.includes(site) && registered.includes(site);
    await register(optionalSites.filter(isNew));
    await unregister(optionalSites.filter(isGone));
    await Promise.all(allSites.filter((site) => !granted.includes(site)).map(endWatches));
  });
}

async function registeredSites(): Promise<SiteId[]> {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const ids = new Set(scripts.map(({ id }) => id));
  return optionalSites.filter((site) => ids.has(scriptIdOf(site)));
}

async function register(sites: readonly SiteId[]): Promise<void> {
  if (sites.length === 0) return;
  await chrome.scripting.registerContentScripts(
    sites.map((site) => ({
      id: scriptIdOf(site),
      matches: [patternOf(site)],
      js: [CONTENT_FILE],
      runAt: 'document_start',
      persistAcrossSessions: true,
    })),
  );
  // A page that was open already; one that has its script by now keeps that alone.
  await Promise.all(sites.map(readOpenTabs));
}

async function readOpenTabs(site: SiteId): Promise<void> {
  const tabs = await chrome.tabs.query({ url: patternOf(site) });
  const put = ({ id: tabId }: chrome.tabs.Tab) =>
    tabId === undefined
      ? undefined
      : chrome.scripting.executeScript({ target: { tabId }, files: [CONTENT_FILE] });
  // A tab that is asleep or gone is read when it is loaded again.
  await Promise.allSettled(tabs.map(put));
}

async function unregister(sites: readonly SiteId[]): Promise<void> {
  const ids = sites.map(scriptIdOf);
  if (ids.length > 0) await chrome.scripting.unregisterContentScripts({ ids });
}

/** Addresses of tabs are not known without the permission: each is told, and only its own hear. */
async function endWatches(site: SiteId): Promise<void> {
  const tabs = await chrome.tabs.query({});
  const message: WatchEnd = { type: 'watch/end', site };
  const tell = ({ id }: chrome.tabs.Tab) =>
    id === undefined ? undefined : chrome.tabs.sendMessage(id, message);
  await Promise.allSettled(tabs.map(tell));
}
