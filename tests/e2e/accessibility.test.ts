import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import {
  type ExtensionBrowser,
  type Look,
  openExtension,
} from '../../tools/look/extension-browser.ts';
import { SCENES } from '../../tools/look/scenes.ts';
import { checksOfKeys } from './accessibility-keys.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const SMALLEST_TARGET = 24;

const LOOKS: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
  { language: 'fr', theme: 'dark' },
];

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Controls smaller than a fingertip, links in running text left out as the criterion does. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        if (!element.matches('button, select, input, summary, nav a, [role=tab]')) continue;
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        const isShown = width > 0 && height > 0;
        if (isShown && Math.min(width, height) < smallest - 0.01) {
          found.push(`${element.outerHTML.slice(0, 80)} ${width}x${height}`);
        }
      }
    };
    visit(document);
    return found;
  }, SMALLEST_TARGET);
}

/** At twice the size a page is half as wide: nothing may stick out sideways. */
async function sticksOut(page: Page): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: Math.max(320, width / 2), height });
  await page.waitForTimeout(50);
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

for (const look of LOOKS) {
  describe(`pages in ${look.language}, ${look.theme}`, () => {
    let browser: ExtensionBrowser;
    before(async () => {
      browser = await openExtension(look);
    });
    after(() => browser.close());
    for (const { name, open } of SCENES) {
      test(`${name}: axe finds nothing, targets are large, twice the size fits`, async () => {
        browser.complaints.length = 0;
        const page = await open(browser);
        assert.deepEqual(await violationsOn(page), []);
        assert.deepEqual(await smallTargets(page), []);
        // A popup has its own width, whatever the size of its text.
        if (!name.startsWith('popup')) assert.equal(await sticksOut(page), 0);
        assert.deepEqual(browser.complaints, []);
        await page.close();
      });
    }
    if (look.theme === 'light') {
      for (const [title, check] of checksOfKeys) test(title, () => check(browser));
    }
  });
}
