/** Pictures of the popup in every state, language and theme: build/screenshots. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { localDate } from '../../extension/shared/dates.ts';
import {
  type ExtensionBrowser,
  failWith,
  type Look,
  openExtension,
  setHealth,
  store,
} from './extension-browser.ts';
import { loadCore, periodsOf, sampleAnswer, sampleYear } from './sample-periods.ts';

const TARGET = new URL('../../build/screenshots/', import.meta.url).pathname;
const READY = 'period-tabs, first-run, failure-note';
const WATCHING = { state: 'watching', site: 'chatgpt', dialect: 'current' };
const BLIND = { state: 'blind', site: 'claude', reason: 'page_not_recognised' };

const gramme = await loadCore();
const today = localDate(Date.now());
const oneModel = periodsOf(gramme, [
  { date: today, answer: sampleAnswer('gpt-5-5', 'chatgpt', 420) },
  { date: today, answer: sampleAnswer('gpt-5-5', 'chatgpt', 180) },
]);
const fullYear = periodsOf(gramme, sampleYear(today));
const { [`day:${today}`]: _day, ...quietDay } = fullYear;

async function shoot(page: Page, name: string): Promise<void> {
  await page.locator(READY).first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${TARGET}${name}.png` });
}

async function shootYear(page: Page, suffix: string): Promise<void> {
  await page.getByRole('tab').nth(2).click();
  await shoot(page, `4-year-${suffix}`);
  await page.locator('confidence-word button').first().focus();
  await shoot(page, `5-year-explained-${suffix}`);
  await page.locator('summary').click();
  await page.locator('summary').evaluate((element) => element.scrollIntoView());
  await shoot(page, `6-year-method-${suffix}`);
}

async function shootAll({ worker, openPopup }: ExtensionBrowser, suffix: string): Promise<void> {
  await store(worker, {});
  const page = await openPopup();
  await shoot(page, `1-first-run-${suffix}`);
  await store(worker, oneModel);
  await setHealth(page, WATCHING);
  await shoot(page, `2-day-${suffix}`);
  await store(worker, { ...fullYear, quarantined: true });
  await setHealth(page, BLIND);
  await shoot(page, `3-not-counting-${suffix}`);
  await store(worker, quietDay);
  await setHealth(page, null);
  await shoot(page, `9-quiet-day-${suffix}`);
  await store(worker, fullYear);
  await setHealth(page, { state: 'idle', site: 'chatgpt', reason: 'no_conversation_yet' });
  await shootYear(page, suffix);
  await failWith(page, 'the stored day could not be read');
  await page.getByRole('status').waitFor();
  await page.screenshot({ path: `${TARGET}7-loading-${suffix}.png` });
  await shoot(page, `8-failure-${suffix}`);
}

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'fr', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
];
mkdirSync(TARGET, { recursive: true });
for (const look of looks.slice(0, Number(process.argv[2] ?? looks.length))) {
  const browser = await openExtension(look);
  await shootAll(browser, `${look.language}-${look.theme}`);
  process.stderr.write(browser.complaints.map((line) => `${line}\n`).join(''));
  await browser.close();
}
