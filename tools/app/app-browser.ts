/** A real Chromium with the built app, for tests and screenshots. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPlainBrowser } from '../pages/extension-browser.ts';
import { type ServedApp, serveApp } from './serve-app.mjs';

export interface View {
  language: 'en' | 'fr';
  theme: 'light' | 'dark';
  width?: number;
  height?: number;
}

export interface AppBrowser {
  origin: string;
  browser: Browser;
  /** A visitor of his own: nothing is kept from others. */
  newVisitor(view: View): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  context: BrowserContext;
  /** What consoles of pages and their errors said. */
  complaints: string[];
  /** Addresses of all that was asked for. */
  requests: string[];
  /** Opens an address such as "#/compare"; ready when its heading is there. */
  open(hash: string): Promise<Page>;
  close(): Promise<void>;
}

const WIDE = { width: 1280, height: 900 };

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function newVisitor(browser: Browser, served: ServedApp, view: View): Promise<Visitor> {
  const { width = WIDE.width, height = WIDE.height } = view;
  const context = await browser.newContext({
    locale: view.language === 'fr' ? 'fr-FR' : 'en-US',
    colorScheme: view.theme,
    viewport: { width, height },
    timezoneId: 'Europe/Paris',
  });
  // Functions that tests run in a page were named by their transpiler.
  await context.addInitScript('globalThis.__name ??= (value) => value;');
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  return {
    context,
    complaints,
    requests,
    close: () => context.close(),
    async open(hash) {
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(`${served.origin}/${hash}`);
      await page.locator('h1').first().waitFor();
      return page;
    },
  };
}

const LONGEST_MS = 20_000;
const POLL_MS = 20;

/** Waits until nothing on the page says that it is busy; asked from outside, because pages forbid eval. */
export async function settled(page: Page): Promise<void> {
  const busy = page.locator('[aria-busy="true"]');
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    if ((await busy.count()) === 0) return;
    await page.waitForTimeout(POLL_MS);
  }
  throw new Error(`still busy: ${page.url()}`);
}

export async function openApp(): Promise<AppBrowser> {
  const [served, browser] = await Promise.all([serveApp(), openPlainBrowser()]);
  return {
    origin: served.origin,
    browser,
    newVisitor: (view) => newVisitor(browser, served, view),
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
