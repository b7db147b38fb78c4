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
