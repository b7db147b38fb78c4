import { ask } from '../shared/ask.ts';
import { siteFacts } from '../shared/site-facts.ts';
import type { SiteId } from '../sites/records.ts';

const originsOf = (site: SiteId) => ({ origins: [`https://${siteFacts[site].host}/*`] });

/** Sites that may be read now. */
export async function allowedSites(): Promise<SiteId[]> {
  const sites = Object.keys(siteFacts) as SiteId[];
  const isAllowed = await Promise.all(
    sites.map(
      (site) => !siteFacts[site].isOptional || chrome.permissions.contains(originsOf(site)),
    ),
  );
  return sites.filter((_, index) => isAllowed[index]);
}

/** Asks the browser; only on a click. False when it was refused. */
export async function allowSite(site: SiteId): Promise<boolean> {
  const isAllowed = await chrome.permissions.request(originsOf(site));
  if (isAllowed) await ask({ type: 'sites/changed' });
  return isAllowed;
}

export async function stopSite(site: SiteId): Promise<void> {
  await chrome.permissions.remove(originsOf(site));
  await ask({ type: 'sites/changed' });
}

const notifications: chrome.permissions.Permissions = { permissions: ['notifications'] };

export const mayNotify = (): Promise<boolean> => chrome.permissions.contains(notifications);

/** What holds afterwards. */
export async function setNotifications(isWanted: boolean): Promise<boolean> {
  if (isWanted) return chrome.permissions.request(notifications);
  return !(await chrome.permissions.remove(notifications));
}
