// <gramme-meter> in each state, for assistive technology, the keyboard and small windows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Look } from '../../tools/look/extension-browser.ts';
import { openWidget, WIDGET_SCENES, type WidgetScene } from '../../tools/look/widget-page.ts';
import { openPlainBrowser } from '../../tools/pages/extension-browser.ts';
import { smallTargets, sticksOut, violationsOn } from './accessibility-checks.ts';

const LOOKS: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
  { language: 'fr', theme: 'dark' },
];
const [ENGLISH] = LOOKS as [Look];

let browser: Browser;
before(async () => {
  browser = await openPlainBrowser();
});
after(() => browser.close());

const sceneOf = (name: string) => WIDGET_SCENES.find((scene) => scene.name === name) as WidgetScene;

for (const look of LOOKS) {
  for (const scene of WIDGET_SCENES) {
    test(`${scene.name} in ${look.language}, ${look.theme}: axe finds nothing, targets are large, it fits`, async () => {
      const page = await openWidget(browser, look, scene);
      assert.deepEqual(await violationsOn(page), []);
      assert.deepEqual(await smallTargets(page), []);
      assert.equal(await sticksOut(page), 0);
      await page.context().close();
    });
  }
}

test('the explanation of a card opens and goes on by the keyboard alone', async () => {
  const page = await openWidget(browser, ENGLISH, sceneOf('widget-card'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('gramme-meter .tree').waitFor();
  const factors = page.locator('gramme-meter .factors li');
  const first = await factors.count();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('gramme-meter .all').waitFor({ state: 'detached' });
  assert.ok((await factors.count()) > first);
  await page.context().close();
});

test('a screen reader is told in one sentence, politely', async () => {
  const page = await openWidget(browser, ENGLISH, sceneOf('widget-badge'));
  const sentence = /On this page: \d answers?, .* tokens, .* Wh \(.*\), .* CO₂e/;
  const status = page.locator('gramme-meter [role=status]').filter({ hasText: sentence });
  await status.waitFor({ state: 'attached' });
  await page.context().close();
});
