/** What every page is held to: axe, targets for fingertips, twice the size. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const SMALLEST_TARGET = 24;

export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Controls smaller than a fingertip, links in running text left out as the criterion does. */
export function smallTargets(page: Page): Promise<string[]> {
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
export async function sticksOut(page: Page): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: Math.max(320, width / 2), height });
  await page.waitForTimeout(50);
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
