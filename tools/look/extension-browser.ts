/** A real Chromium with the unpacked extension, for tests and screenshots of its pages. */
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { openExtensionBrowser } from '../pages/extension-browser.ts';

export interface Look {
  language: 'en' | 'fr';
  theme: 'light' | 'dark';
}

export interface ExtensionBrowser {
  context: BrowserContext;
  worker: Worker;
  /** What the popup's console and its errors said. */
  complaints: string[];
  openPopup(): Promise<Page>;
  close(): Promise<void>;
}

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

/** Opens the extension as a person with that language and theme sees it. */
export async function openExtension({ language, theme }: Look): Promise<ExtensionBrowser> {
  const browser = await openExtensionBrowser({
    flags: [`--lang=${language}`],
    view: {
      env: { ...process.env, LANGUAGE: language },
      locale: language === 'fr' ? 'fr-FR' : 'en-US',
      colorScheme: theme,
      viewport: { width: 360, height: 560 },
      deviceScaleFactor: 2,
    },
  });
  const { context, close } = browser;
  const worker = await browser.worker();
  const complaints: string[] = [];
  return {
    context,
    worker,
    complaints,
    close,
    openPopup: async () => {
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(new URL('popup.html', worker.url()).href);
      return page;
    },
  };
}

/** Replaces what the extension has stored. */
export async function store(worker: Worker, items: Record<string, unknown>): Promise<void> {
  await worker.evaluate(async (stored) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(stored);
  }, items);
}

/** Says what a content script would say about the page of that tab. */
export async function setHealth(page: Page, health: unknown): Promise<void> {
  await page.evaluate(async (told) => {
    const tab = await chrome.tabs.getCurrent();
    await chrome.storage.session.set({ [`tab:${tab?.id}`]: told });
  }, health);
  await page.reload();
}

/** Makes every question of the page fail with that cause, or none when it is null. */
export async function failWith(page: Page, cause: string): Promise<void> {
  await page.addInitScript((failure) => {
    const send = chrome.runtime.sendMessage;
    chrome.runtime.sendMessage = (async (message: unknown) =>
      sessionStorage.getItem('works') === null
        ? { failure }
        : send(message)) as typeof chrome.runtime.sendMessage;
  }, cause);
  await page.reload();
}
