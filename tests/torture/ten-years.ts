import type { StoredDay } from '../../web/core/contracts.ts';
import { withBrowser } from '../e2e/support.ts';
import { gramme, requestsIn } from './counted.ts';

const MODELS: [site: string, model: string][] = [
  ['chatgpt', 'gpt-5-5'],
  ['chatgpt', 'gpt-5-5-thinking'],
  ['claude', 'claude-sonnet-4-6'],
  ['claude', 'claude-opus-4-8'],
];
const DAY_MS = 86_400_000;

export interface TenYears {
  days: number;
  lost: number;
  duplicated: number;
  importSeconds: number;
  megabytes: number;
  /** From opening the popup until its figures can be used, median of the openings. */
  popupMilliseconds: number;
}

/** Days of heavy use up to and with today: four models each. */
export function daysOfUse(days: number): StoredDay[] {
  const now = Date.now();
  return Array.from({ length: days }, (_, index) => {
    const date = new Date(now - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    let day: StoredDay | undefined;
    for (const [site, model] of MODELS) {
      const exchange = { site, model, inputTokens: 900 + index, outputTokens: 400 + (index % 7) };
      const told = { isPromptNew: true, isEstimated: false, pageWarnings: ['context_not_counted'] };
      const to = { date, zone: 'Europe/Paris', device: 'another', requests: 9 };
      const before: { day?: StoredDay } = day === undefined ? {} : { day };
      day = gramme.record({ exchange, ...told, ...to, ...before }).day;
    }
    return day as StoredDay;
  });
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Imports so many days, then opens the popup again and again. */
export async function tenYears(days: number, openings: number): Promise<TenYears> {
  const text = JSON.stringify({ gramme: 'ledger', schema: 2, days: daysOfUse(days) });
  return withBrowser(async (browser) => {
    const page = await browser.context.newPage();
    const address = `chrome-extension://${browser.extensionId}/popup.html`;
    await page.goto(address);
    const begun = Date.now();
    await page.evaluate((file) => {
      return chrome.runtime.sendMessage({ type: 'import/apply', text: file });
    }, text);
    const importSeconds = (Date.now() - begun) / 1000;
    const milliseconds: number[] = [];
    for (let opening = 0; opening < openings; opening++) {
      const start = Date.now();
      await page.goto(address);
      await page.locator('period-tabs [role=tab]').first().waitFor();
      milliseconds.push(Date.now() - start);
    }
    const storage = await browser.storage();
    const years = Object.keys(storage).filter((key) => key.startsWith('year:'));
    const requests = years.reduce((sum, key) => sum + requestsIn(storage, key.slice(5)), 0);
    const expected = days * MODELS.length * 9;
    return {
      days,
      lost: Math.max(0, expected - requests),
      duplicated: Math.max(0, requests - expected),
      importSeconds,
      megabytes: JSON.stringify(storage).length / 1e6,
      popupMilliseconds: median(milliseconds),
    };
  });
}
