/** A real Chromium with the unpacked extension, for tests and screenshots of its pages. */
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { openExtensionBrowser } from '../pages/extension-browser.ts';
import type { SampleAnswers } from './sample-answers.ts';
import { stub } from './stub.ts';

export interface Look {
  language: 'en' | 'fr';
  theme: 'light' | 'dark';
}

export interface ExtensionBrowser {
  look: Look;
  context: BrowserContext;
  worker: Worker;
  /** What the consoles of pages and their errors said. */
  complaints: string[];
  /** Opens a page of the extension, such as "options.html", over those answers; `before` runs in it first. */
  open(name: string, answers: SampleAnswers, before?: () => void): Promise<Page>;
  close(): Promise<void>;
}

const POPUP = { width: 360, height: 560 };
const TAB = { width: 900, height: 900 };

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
      viewport: TAB,
      deviceScaleFactor: 2,
    },
  });
  const { context, close } = browser;
  const worker = await browser.worker();
  const complaints: string[] = [];
  return {
    look: { language, theme },
    context,
    worker,
    complaints,
    close,
    open: async (name, answers, before) => {
      const page = await context.newPage();
      listen(page, complaints);
      await stub(page, answers);
      if (before !== undefined) await page.addInitScript(before);
      await page.setViewportSize(name.startsWith('popup') ? POPUP : TAB);
      await page.goto(new URL(name, worker.url()).href);
      return page;
    },
  };
}
