/** Pictures of `<gramme-meter>` in every state, language and theme: build/screenshots. */
import { mkdirSync } from 'node:fs';
import { openPlainBrowser } from '../pages/extension-browser.ts';
import type { Look } from './extension-browser.ts';
import { openWidget, WIDGET_SCENES } from './widget-page.ts';

const TARGET = new URL('../../build/screenshots/', import.meta.url).pathname;

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'fr', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
];

/** All scenes, or those whose name begins so. */
const [beginning = ''] = process.argv.slice(2);
mkdirSync(TARGET, { recursive: true });
const browser = await openPlainBrowser();
for (const look of looks) {
  for (const scene of WIDGET_SCENES.filter(({ name }) => name.startsWith(beginning))) {
    const page = await openWidget(browser, look, scene);
    await page.waitForTimeout(400);
    const path = `${TARGET}${scene.name}-${look.language}-${look.theme}.png`;
    await page.locator('gramme-meter').screenshot({ path });
    await page.context().close();
  }
}
await browser.close();
