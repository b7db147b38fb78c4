import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PageSettings } from '../../../extension/shared/answers.ts';
import {
  addCounter,
  counterScript,
  liveFigures,
  openChat,
  overBudget,
  showFigures,
  toldBy,
} from '../../../tools/look/counter-page.ts';
import { openPlainBrowser } from '../../../tools/pages/extension-browser.ts';

const LOOK = { language: 'en', theme: 'light' } as const;
let browser: Browser;
let context: BrowserContext;

before(async () => {
  browser = await openPlainBrowser();
  context = await browser.newContext();
});
after(() => browser.close());

async function withCounter(changed: Partial<PageSettings> = {}) {
  const page = await openChat(context);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await addCounter(page, LOOK, changed);
  return { page, complaints, panel: page.locator('.panel') };
}

async function boxOf(page: Page) {
  const box = await page.locator('.panel').boundingBox();
  assert.ok(box !== null);
  return box;
}

/** Keys that reached the page's own listener. */
async function listenToKeys(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { keys });
    document.addEventListener('keydown', (event) => keys.push(event.key));
  });
  return () => page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys);
}

test('the page keeps its layout and its styles, and its policy has nothing to object to', async () => {
  const page = await openChat(context);
  const layout = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll('body, main, p, textarea')].map((element) =>
        JSON.stringify(element.getBoundingClientRect()),
      );
      const sheets = document.styleSheets.length + document.adoptedStyleSheets.length;
      return [...boxes, sheets, document.documentElement.scrollWidth];
    });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const earlier = await layout();
  await addCounter(page, LOOK);
  await showFigures(page, liveFigures(500));
  await page.getByText('≈\u202f500').waitFor();
  assert.deepEqual(await layout(), earlier);
  assert.deepEqual(complaints, []);
});

test('figures never change the size of the counter', async () => {
  const { page } = await withCounter();
  const { width, height } = await boxOf(page);
  for (const tokens of [1, 999, 12_345, 1_999_999]) {
    await showFigures(page, liveFigures(tokens));
    await page.waitForTimeout(300);
    const box = await boxOf(page);
    assert.deepEqual([box.width, box.height], [width, height], String(tokens));
    const isCut = await page
      .locator('td')
      .evaluateAll((cells) => cells.some((cell) => cell.scrollWidth > cell.clientWidth));
    assert.equal(isCut, false, String(tokens));
  }
});

test('figures change at most four times a second', async () => {
  const { page } = await withCounter();
  await page.evaluate(() => {
    Object.assign(globalThis, { changes: 0 });
    const root = document.querySelector('gramme-counter')?.shadowRoot;
    new MutationObserver(() => {
      (globalThis as unknown as { changes: number }).changes++;
    }).observe(root as Node, { childList: true, subtree: true, characterData: true });
  });
  for (let tokens = 1; tokens <= 50; tokens++) {
    await showFigures(page, liveFigures(tokens * 100));
    await page.waitForTimeout(20);
  }
  await page.getByText('≈\u202f5,000').waitFor();
  const changes = await page.evaluate(() => (globalThis as unknown as { changes: number }).changes);
  assert.ok(changes >= 3 && changes <= 12, String(changes));
});

test('arrow keys move it while its handle has the focus; the page gets all other keys', async () => {
  const { page } = await withCounter();
  const keys = await listenToKeys(page);
  const start = await boxOf(page);
  await page.locator('#composer').focus();
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await boxOf(page), start);
  await page.locator('.handle').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  const moved = await boxOf(page);
  assert.deepEqual([start.x - moved.x, start.y - moved.y], [16, 80]);
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  assert.deepEqual(await keys(), ['ArrowLeft', 'Shift', 'a', 'Escape']);
  await page.waitForFunction(() => (globalThis as unknown as { told: unknown[] }).told.length > 0);
  assert.equal((await toldBy(page)).length, 1);
});

test('it is dragged by its handle, or sent to a corner by a button', async () => {
  const { page } = await withCounter();
  const { x, y } = await boxOf(page);
  await page.mouse.move(x + 18, y + 18);
  await page.mouse.down();
  await page.mouse.move(x - 200, y - 100, { steps: 4 });
  await page.mouse.up();
  const dragged = await boxOf(page);
  assert.deepEqual([x - dragged.x, y - dragged.y], [218, 118]);
  await page.locator('.open').click();
  await page.getByRole('button', { name: 'Top left' }).click();
  assert.deepEqual([(await boxOf(page)).x, (await boxOf(page)).y], [12, 12]);
  assert.deepEqual((await toldBy(page)).at(-1)?.place, { x: 0, y: 0 });
});

test('wherever it was, it stays inside of a window that becomes small', async () => {
  const { page } = await withCounter({ counterPlace: { x: 1, y: 1 } });
  await page.setViewportSize({ width: 340, height: 400 });
  await page.waitForTimeout(100);
  const { x, y, width, height } = await boxOf(page);
  assert.ok(x >= 0 && y >= 0 && x + width <= 340 && y + height <= 400);
});

test('it folds to one figure, and is put away for its site', async () => {
  const { page } = await withCounter();
  await showFigures(page, liveFigures(100));
  await page.getByRole('button', { name: 'Fold' }).press('Enter');
  assert.equal(await page.locator('table').isVisible(), false);
  assert.match((await page.locator('.sum').textContent()) ?? '', /8\.3\u202fg CO₂e/);
  await page.locator('.open').click();
  await page.getByRole('button', { name: 'Hide on ChatGPT' }).click();
  assert.equal(await page.locator('gramme-counter').count(), 0);
  const told = (await toldBy(page)).map(({ isCollapsed, isHidden }) => [isCollapsed, isHidden]);
  assert.deepEqual(told, [
    [true, false],
    [true, true],
  ]);
});

test('a used-up budget is spoken of only where that is wanted', async () => {
  for (const hasBudgetReminder of [true, false]) {
    const { page } = await withCounter({ hasBudgetReminder });
    await showFigures(page, liveFigures(100, overBudget));
    await page.waitForTimeout(300);
    const line = await page.getByRole('status').textContent();
    assert.equal(line, hasBudgetReminder ? 'Budget used up: 124% of 5\u202fg CO₂e per day.' : '');
  }
});

test('every control is at least 24 pixels wide and high', async () => {
  const { page } = await withCounter();
  await page.locator('.open').click();
  const sizes = await page.locator('.panel button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  assert.equal(sizes.length, 8);
  assert.ok(Math.min(...sizes) >= 24, String(sizes));
});

test('it is closed to the page', async () => {
  assert.match(await counterScript(), /mode: "closed"/);
});
