/** `<gramme-meter>` in each of its states, on a page of another project under a strict policy. */
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { GrammeMeter } from '../../web/widget/meter-contracts.ts';
import { inRoot } from '../setup/paths.mjs';
import type { Look } from './extension-browser.ts';
import { knowNames } from './stub.ts';

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const FORBIDDING = "default-src 'none'; script-src 'self'; connect-src 'self'";

const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

const pageOf = (language: string, inner: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A chat</title></head>
  <body><main>${inner}</main><script type="module" src="/widget.mjs"></script></body></html>`;

export interface WidgetScene {
  name: string;
  /** Attributes of the element. */
  attributes: string;
  policy?: string;
  /** What happens on the page; the last one is what is shown. */
  act?(page: Page): Promise<void>;
}

const element = (page: Page) => page.locator('gramme-meter');

/** An answer of another SDK, as it comes. */
async function trackAnswer(page: Page, count = 1): Promise<void> {
  await element(page).evaluate((meter: GrammeMeter, answers) => {
    const usage = { prompt_tokens: 1200, completion_tokens: 640 };
    const weighed = Array.from({ length: answers }, () => {
      meter.track({ model: 'gpt-5', usage });
      return new Promise((resolve) =>
        meter.addEventListener('gramme-estimate', resolve, { once: true }),
      );
    });
    return Promise.all(weighed).then(() => {});
  }, count);
}

/** A stream that stops in the middle: what is shown while it is written. As text, for it is run as it is. */
const TRACK_STREAM = `(async () => {
  const meter = document.querySelector('gramme-meter');
  const told = new Promise((resolve) => meter.addEventListener('gramme-estimate', resolve, { once: true }));
  async function* events() {
    for (let part = 0; part < 40; part++) {
      yield { model: 'claude-sonnet-4-5', choices: [{ delta: { content: 'a few words more ' } }] };
    }
    await new Promise(() => {});
  }
  const stream = meter.track(events(), { prompt: 'What does an answer weigh?' });
  (async () => { for await (const _ of stream); })();
  await told;
})()`;

const trackStream = (page: Page) => page.evaluate<void>(TRACK_STREAM);

const shown = (page: Page) => page.waitForSelector('gramme-meter .hero, gramme-meter .rows');

const CARD = 'form="card" model="gpt-5" region="fra" input-tokens="1200" output-tokens="640"';

export const WIDGET_SCENES: WidgetScene[] = [
  { name: 'widget-badge-empty', attributes: '' },
  { name: 'widget-badge', attributes: '', act: (page) => trackAnswer(page, 3) },
  { name: 'widget-meter-empty', attributes: 'form="meter"' },
  { name: 'widget-meter-live', attributes: 'form="meter"', act: trackStream },
  { name: 'widget-meter', attributes: 'form="meter"', act: (page) => trackAnswer(page) },
  { name: 'widget-card', attributes: CARD, act: async (page) => void (await shown(page)) },
  {
    name: 'widget-card-unknown',
    attributes: 'form="card" model="claude-sonnet-4-5" output-tokens="640"',
    act: async (page) => {
      await shown(page);
      await element(page).evaluate((meter: GrammeMeter) => {
        meter.outputTokens = { low: 500, central: 640, high: 800 };
      });
      await page.waitForSelector('gramme-meter .tokens:has-text("≈")');
    },
  },
  {
    name: 'widget-card-explained',
    attributes: CARD,
    act: async (page) => {
      await (await shown(page)).waitForElementState('stable');
      await page.locator('gramme-meter summary').click();
      await page.waitForSelector('gramme-meter .tree');
    },
  },
  {
    name: 'widget-forbidden',
    attributes: CARD,
    policy: FORBIDDING,
    act: async (page) => void (await page.waitForSelector('gramme-meter .failure')),
  },
  {
    name: 'widget-badge-failed',
    attributes: 'wasm="/nowhere.wasm"',
    act: async (page) => {
      await element(page).evaluate((meter: GrammeMeter) => meter.track({ usage: {} }));
      await page.waitForSelector('gramme-meter .failure');
    },
  },
];

/** Opens the page of a scene as a person with that language and theme sees it. */
export async function openWidget(
  browser: Browser,
  { language, theme }: Look,
  { attributes, policy = POLICY, act }: WidgetScene,
): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'fr' ? 'fr-FR' : 'en-US',
    colorScheme: theme,
    deviceScaleFactor: 2,
    viewport: { width: 420, height: 640 },
  });
  await context.route('https://widget.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { 'content-security-policy': policy };
    if (pathname === '/') {
      const body = pageOf(language, `<gramme-meter ${attributes}></gramme-meter>`);
      return route.fulfill({ body, headers, contentType: 'text/html' });
    }
    const file = inRoot(`dist${pathname}`);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
    return route.fulfill({ body: readFileSync(file), contentType, headers });
  });
  const page = await context.newPage();
  await knowNames(page);
  await page.goto('https://widget.test/');
  await page.waitForFunction(() => customElements.get('gramme-meter') !== undefined);
  await act?.(page);
  return page;
}
