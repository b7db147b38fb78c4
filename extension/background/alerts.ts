/** Tells of budgets that reached a step, where the user allowed notifications. */
import type { BudgetVerdict } from '../../web/core/view-contracts.ts';
import { shareText } from '../../web/look/figures.ts';
import { language, text } from '../shared/text.ts';
import { alertKey } from './budgets.ts';

async function mayNotify(): Promise<boolean> {
  return chrome.permissions.contains({ permissions: ['notifications'] });
}

function notify(verdict: BudgetVerdict): Promise<string> {
  const used = shareText(verdict.share, language());
  return chrome.notifications.create(alertKey(verdict), {
    type: 'basic',
    iconUrl: 'icon-128.png',
    title: text('alert_title', shareText(verdict.reached, language())),
    message: text(`alert_${verdict.range}`, used),
  });
}

/** Each step is told of once: it was noted with the answer that reached it. */
export async function tellAlerts(fresh: readonly BudgetVerdict[]): Promise<void> {
  if (fresh.length === 0 || !(await mayNotify())) return;
  for (const verdict of fresh) await notify(verdict).catch(() => '');
}
