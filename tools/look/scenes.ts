/** Every page in every state: for pictures, and for the tests of accessibility. */
import type { Page } from 'playwright-core';
import type { Settings } from '../../extension/shared/settings.ts';
import { addCounter, liveFigures, openChat, overBudget, showFigures } from './counter-page.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { type SampleAnswers, type SampleOptions, sampleAnswers } from './sample-answers.ts';

export interface Scene {
  name: string;
  open(browser: ExtensionBrowser): Promise<Page>;
}

type Act = (page: Page) => Promise<unknown>;

const WATCHING = { state: 'watching', site: 'chatgpt', dialect: 'section' } as const;
const BLIND = { state: 'blind', site: 'claude', reason: 'page_not_recognised' } as const;
const IDLE = { state: 'idle', site: 'chatgpt', reason: 'no_conversation_yet' } as const;

const budgets: Settings['budgets'] = [
  { id: 'a', range: 'day', measure: 'gramsCo2e', limit: 5, site: null, modelId: null },
  { id: 'b', range: 'month', measure: 'wattHours', limit: 400, site: 'chatgpt', modelId: null },
  { id: 'c', range: 'day', measure: 'tokens', limit: 2500, site: null, modelId: 'gpt-5-5' },
];

/** A page whose root element has something to show. */
async function opened(browser: ExtensionBrowser, page: string, answers: SampleAnswers) {
  const tab = await browser.open(page, answers);
  const name = page.split('.')[0] === 'popup' ? 'gramme-popup' : `${page.split('.')[0]}-page`;
  await tab.locator(`${name} main:not([aria-busy=true])`).waitFor();
  return tab;
}

function scene(name: string, options: SampleOptions = {}, act: Act = async () => undefined): Scene {
  const page = `${name.split('-')[0]}.html`;
  const open = async (browser: ExtensionBrowser) => {
    const tab = await opened(browser, page, sampleAnswers(options));
    await act(tab);
    return tab;
  };
  return { name, open };
}

/** Asking again and again takes a page half a minute: here its clock runs fast. */
function hurry(): void {
  const wait = globalThis.setTimeout;
  const hurried = (work: () => void, milliseconds = 0) => wait(work, milliseconds / 20);
  globalThis.setTimeout = hurried as typeof setTimeout;
}

/** A page that gets no answer but the settings. */
function failing(name: string): Scene {
  const page = `${name.split('-')[0]}.html`;
  const { 'settings/read': settings } = sampleAnswers();
  const open = async (browser: ExtensionBrowser) => {
    const tab = await browser.open(page, { 'settings/read': settings, series: {} }, hurry);
    await tab.getByRole('alert').waitFor({ timeout: 40_000 });
    return tab;
  };
  return { name, open };
}

/** The counter on a chat page, with figures. */
function counterScene(name: string, isCollapsed: boolean, act: Act = async () => undefined): Scene {
  const open = async ({ context, look }: ExtensionBrowser) => {
    const page = await openChat(context);
    await addCounter(page, look, { isCounterCollapsed: isCollapsed });
    await showFigures(page, liveFigures(1234));
    await act(page);
    return page;
  };
  return { name, open };
}

const period =
  (index: number): Act =>
  (page) =>
    page.getByRole('tab').nth(index).click();

const both =
  (...acts: Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };

const openDetails =
  (element: string): Act =>
  async (page) => {
    await page.locator(`${element} summary`).click();
    await page.locator(`${element} summary`).evaluate((summary) => summary.scrollIntoView());
  };

const table: Act = async (page) => {
  await page.locator('series-chart button').click();
  await page.locator('series-chart').evaluate((chart) => chart.scrollIntoView());
};

const chart: Act = async (page) => {
  await page.locator('bar-chart canvas').waitFor();
  await page.locator('series-chart').evaluate((element) => element.scrollIntoView());
};

const badForm: Act = async (page) => {
  await page.locator('budget-form button').click();
  await page.locator('own-figure').first().locator('input').fill('4000');
  await page.locator('own-figure').first().locator('input').blur();
};

const preview: Act = async (page) => {
  const file = { name: 'gramme.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.locator('#file').setInputFiles(file);
  await page.locator('import-file .report').waitFor();
};

export const SCENES: Scene[] = [
  scene('popup-01-no-consent', { isEmpty: true, settings: { consentedAt: null } }),
  scene('popup-02-first-run', { isEmpty: true }),
  scene('popup-03-day', { health: WATCHING, settings: { budgets } }),
  scene('popup-04-quiet-day', { isQuietDay: true, settings: { budgets } }),
  scene('popup-05-month', { health: IDLE, settings: { budgets } }, period(1)),
  scene('popup-06-month-chart', { health: WATCHING }, both(period(1), chart)),
  scene('popup-07-month-table', { health: WATCHING }, both(period(1), table)),
  scene('popup-08-year', { health: WATCHING }, period(2)),
  scene('popup-09-year-chart', { health: WATCHING }, both(period(2), chart)),
  scene('popup-10-not-counting', { health: BLIND }),
  scene('popup-11-notices', {
    notices: [
      { kind: 'restored', count: 1 },
      { kind: 'put_aside', count: 2 },
      { kind: 'full', count: 3 },
    ],
  }),
  scene('popup-12-explained', { health: WATCHING }, openDetails('explanation-view')),
  scene('popup-13-method', { health: WATCHING }, openDetails('method-note')),
  failing('popup-14-failure'),
  counterScene('counter-1', false),
  counterScene('counter-2-folded', true),
  counterScene('counter-3-menu', false, (page) => page.locator('.open').click()),
  counterScene('counter-4-over', false, (page) => showFigures(page, liveFigures(400, overBudget))),
  scene('welcome-1-asking', { settings: { consentedAt: null } }),
  scene('welcome-2-agreed'),
  scene('options-1', { settings: { budgets } }),
  scene('options-2-errors', {}, badForm),
  scene('options-3-import', {}, preview),
  scene('options-4-erase', {}, (page) => page.locator('erase-all button').first().click()),
  failing('options-5-failure'),
  scene('privacy'),
  scene('diagnostics-1', { health: WATCHING }, (page) => page.locator('summary').click()),
  scene('diagnostics-2-no-tab'),
  scene('report-1', {}, (page) => page.locator('bar-chart canvas').waitFor()),
  scene('report-2-empty', { isEmpty: true }),
];
