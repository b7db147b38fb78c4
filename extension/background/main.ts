/** The background: the only writer of statistics. Every listener is registered synchronously. */
import { serveCounts } from './counting-port.ts';
import { onMessage } from './messages.ts';
import { alignSites } from './sites.ts';
import { refreshBadge } from './state.ts';
import { healthKey } from './summary.ts';

chrome.runtime.onMessage.addListener(onMessage);
chrome.runtime.onConnect.addListener(serveCounts);
chrome.runtime.onStartup.addListener(() => void refreshBadge());
chrome.runtime.onInstalled.addListener(() => void refreshBadge());
// An update forgets registered scripts.
chrome.runtime.onInstalled.addListener(() => void alignSites());
chrome.permissions.onAdded.addListener(() => void alignSites());
chrome.permissions.onRemoved.addListener(() => void alignSites());
chrome.tabs.onRemoved.addListener((tabId) => void chrome.storage.session.remove(healthKey(tabId)));

// Content scripts read pages; what is stored here is none of their business.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
