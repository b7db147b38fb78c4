/** The background: the only writer of statistics. Every listener is registered synchronously. */
import { serveCounts } from './counting-port.ts';
import { onMessage } from './messages.ts';
import { alignSites } from './sites.ts';
import { forgetTab } from './tabs.ts';
import { askForAlarm, onAlarm, onBegin, onTabGone } from './tidy.ts';

const WELCOME = 'welcome.html';

chrome.runtime.onMessage.addListener(onMessage);
chrome.runtime.onConnect.addListener(serveCounts);
chrome.runtime.onStartup.addListener(() => void onBegin());
chrome.runtime.onInstalled.addListener(({ reason }) => {
  void onBegin();
  if (reason === 'install') void chrome.tabs.create({ url: WELCOME });
});
chrome.tabs.onRemoved.addListener((tabId) => {
  void forgetTab(tabId);
  void onTabGone();
});
chrome.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm));
chrome.permissions.onAdded.addListener(() => void alignSites());
chrome.permissions.onRemoved.addListener(() => void alignSites());
void askForAlarm();

// Content scripts read pages; what is stored here is none of their business.
void chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
