import type { Period } from '../../web/core/contracts.ts';
import { badgeText, rangeText } from '../shared/figures.ts';
import type { Settings } from '../shared/settings.ts';
import type { Health } from '../sites/records.ts';

const GREEN = '#2b7a4b';
const OCHRE = '#9a6700';
const NOT_COUNTING = 'off';

/** Shows today's figure on the toolbar, in the unit the user chose. */
export async function showToday(day: Period | null, settings: Settings): Promise<void> {
  const name = chrome.i18n.getMessage('name');
  await chrome.action.setBadgeBackgroundColor({ color: GREEN });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  if (day === null) {
    await chrome.action.setBadgeText({ text: '' });
    await chrome.action.setTitle({ title: name });
    return;
  }
  const { gramsCo2e, energyWattHours } = day.stats;
  const figure = settings.badgeUnit === 'gramsCo2e' ? gramsCo2e : energyWattHours;
  const locale = chrome.i18n.getUILanguage();
  const text = `${rangeText(gramsCo2e, 'gramsCo2e', locale)} CO₂e · ${rangeText(energyWattHours, 'wattHours', locale)}`;
  await chrome.action.setBadgeText({ text: badgeText(figure.central, locale) });
  await chrome.action.setTitle({ title: chrome.i18n.getMessage('badgeTitle', [text]) });
}

/** Shows on one tab whether it is counted there. */
export async function showHealth(tabId: number, health: Health): Promise<void> {
  if (health.state !== 'blind') {
    // Without a text of its own the tab shows the common one again.
    await chrome.action.setBadgeText({ tabId, text: null as unknown as string });
    await chrome.action.setTitle({ tabId, title: '' });
    return;
  }
  await chrome.action.setBadgeText({ tabId, text: NOT_COUNTING });
  await chrome.action.setBadgeBackgroundColor({ tabId, color: OCHRE });
  await chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage('notCounting') });
}
