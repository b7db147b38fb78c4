import type { Browser, Page } from 'playwright-core';
import type { Answer } from './sample.ts';
import { type ServeOptions, serve } from './server.ts';

const LONGEST_MS = 20_000;
const POLL_MS = 50;

export { openPlainBrowser as openBrowser } from '../../../tools/pages/extension-browser.ts';

export const pageOf = (script: string) =>
  `<!doctype html><meta charset="utf-8"><title>host</title><script type="module" src="${script}"></script>`;

/** Shows an answer, or why there is none, where the test reads it. */
export const showScript = (promise: string) => `
(${promise}).then(
  (answer) => { document.title = JSON.stringify({ answer }); },
  (error) => { document.title = JSON.stringify({ failure: String(error) }); },
);`;

interface Shown {
  answer?: Answer;
  failure?: string;
}

/** Asks for the title again and again: waiting inside the page would need eval. */
async function readTitle(page: Page): Promise<Shown> {
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    const title = await page.title();
    if (title.startsWith('{')) return JSON.parse(title) as Shown;
    await page.waitForTimeout(POLL_MS);
  }
  return { failure: 'the page answers nothing' };
}

/** Serves the folder, opens its page and reads what it shows. */
export async function answerOf(
  browser: Browser,
  folder: string,
  options: ServeOptions = {},
): Promise<Answer> {
  const served = await serve(folder, options);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  try {
    await page.goto(`${served.origin}/`);
    const shown = await readTitle(page);
    if (shown.answer === undefined) throw new Error(`${shown.failure}; ${errors.join('; ')}`);
    return shown.answer;
  } finally {
    await page.close();
    served.close();
  }
}
