import type { Period } from '../../web/core/contracts.ts';
import type { BudgetVerdict } from '../../web/core/view-contracts.ts';
import { badgeText, rangeText } from '../../web/look/figures.ts';
import type { Settings } from '../shared/settings.ts';
import { language, text } from '../shared/text.ts';
import type { Health } from '../sites/records.ts';

const GREEN = '#2b7a4b';
const OCHRE = '#9a6700';
const BRICK = '#a3392b';
const NOT_COUNTING = 'off';

/** What the toolbar shows. */
export interface Badge {
  text: string;
  color: string;
  title: string;
}

function shownFigure({ stats }: Period, unit: Settings['badgeUnit']): number {
  if (unit === 'tokens') return stats.tokens;
  return (unit === 'gramsCo2e' ? stats.gramsCo2e : stats.energyWattHours).central;
}

/** Today's figure, in the unit the user chose; its colour tells how budgets stand. */
export function badgeOf(
  day: Period,
  { badgeUnit, consentedAt }: Settings,
  over: BudgetVerdict | null,
): Badge {
  const name = text('name');
  if (consentedAt === null) {
    return { text: NOT_COUNTING, color: OCHRE, title: text('badge_no_consent') };
  }
  const { gramsCo2e, energyWattHours, requests } = day.stats;
  if (requests === 0) return { text: '', color: GREEN, title: name };
  const figures = `${rangeText(gramsCo2e, 'gramsCo2e', language())} CO₂e · ${rangeText(energyWattHours, 'wattHours', language())}`;
  const title = text('badgeTitle', figures);
  const shown = badgeText(shownFigure(day, badgeUnit), language());
  if (over === null) return { text: shown, color: GREEN, title };
  return { text: shown, color: BRICK, title: `${title}\n${text('badge_over_budget')}` };
}

/** Shows it on every tab that says nothing else. */
export async function showBadge(badge: Badge): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: badge.color });
  await chrome.action.setBadgeTextColor({ color: '#ffffff' });
  await chrome.action.setBadgeText({ text: badge.text });
  await chrome.action.setTitle({ title: badge.title });
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
  await chrome.action.setTitle({ tabId, title: text('notCounting') });
}
