/** The in-page counter on a page that forbids scripts, styles and markup from strings. */
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { CounterOptions, CounterState } from '../../extension/content/counter/counter.ts';
import type { LiveFigures, PageSettings } from '../../extension/shared/answers.ts';
import { lookTokens } from '../bundle/look-tokens.mjs';
import { inRoot } from '../setup/paths.mjs';
import type { Look } from './extension-browser.ts';
import { knowNames } from './stub.ts';

const POLICY =
  "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";

const PAGE = `<!doctype html><html lang="en"><head><title>A chat</title></head><body>
  <main><h1>A chat</h1><p>${'Words of an answer. '.repeat(150)}</p>
  <label>Question <textarea id="composer"></textarea></label></main></body></html>`;

export async function counterScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inRoot('extension/content/counter/counter.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'counterCode',
    target: 'chrome116',
    define: await lookTokens(),
  });
  return `${outputFiles[0]?.text ?? ''}\nglobalThis.counterCode = counterCode;`;
}

const around = (central: number) => ({ low: central / 4, central, high: central * 4 });

/** Figures of an answer of that many tokens, the tenth of its conversation. */
export function liveFigures(tokens: number, overBudget: LiveFigures['overBudget'] = null) {
  const sums = (count: number, requests: number) => ({
    requests,
    tokens: { low: 0.8 * count, central: count, high: 1.25 * count },
    energyWattHours: around(count / 440),
    gramsCo2e: around(count / 1100),
  });
  return { answer: sums(tokens, 1), conversation: sums(9000 + tokens, 10), overBudget };
}

export const overBudget: LiveFigures['overBudget'] = {
  id: 'a',
  range: 'day',
  measure: 'gramsCo2e',
  limit: 5,
  site: null,
  modelId: null,
  date: '2026-11-20',
  used: around(6.2),
  share: 1.24,
  state: 'over',
  reached: 1,
};

interface Globals {
  counterCode: { newCounter(options: CounterOptions): { show(figures: LiveFigures): void } };
  counter: { show(figures: LiveFigures): void };
  told: CounterState[];
}

/** What the counter has told of itself. */
export const toldBy = (page: Page): Promise<CounterState[]> =>
  page.evaluate(() => (globalThis as unknown as Globals).told);

export const showFigures = (page: Page, figures: LiveFigures): Promise<void> =>
  page.evaluate((shown) => (globalThis as unknown as Globals).counter.show(shown), figures);

/** Opens the page without the counter; its shadow root is left open so that tests see into it. */
export async function openChat(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 900, height: 640 });
  await page.route('https://chat.test/**', (route) =>
    route.fulfill({
      body: PAGE,
      contentType: 'text/html',
      headers: { 'content-security-policy': POLICY },
    }),
  );
  await knowNames(page);
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      return attach.call(this, { ...options, mode: 'open' });
    };
  });
  await page.addInitScript({ content: await counterScript() });
  await page.goto('https://chat.test/');
  return page;
}

export async function addCounter(
  page: Page,
  { language, theme }: Look,
  changed: Partial<PageSettings> = {},
): Promise<void> {
  const settings: PageSettings = {
    language,
    theme,
    isCounterCollapsed: false,
    counterPlace: null,
    hasBudgetReminder: true,
    hasConsent: true,
    isCounterShown: true,
    ...changed,
  };
  await page.evaluate((given) => {
    const globals = globalThis as unknown as Globals;
    globals.told = [];
    globals.counter = globals.counterCode.newCounter({
      site: 'chatgpt',
      page: given,
      onChange: (state) => void globals.told.push(state),
    });
  }, settings);
}
