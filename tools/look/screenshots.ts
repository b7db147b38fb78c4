/** Pictures of every page in every state, language and theme: build/screenshots. */
import { mkdirSync } from 'node:fs';
import { type Look, openExtension } from './extension-browser.ts';
import { SCENES } from './scenes.ts';

const TARGET = new URL('../../build/screenshots/', import.meta.url).pathname;

const looks: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'fr', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
];

/** All scenes in that many looks, or those whose name begins so. */
const [count = String(looks.length), beginning = ''] = process.argv.slice(2);
mkdirSync(TARGET, { recursive: true });
for (const look of looks.slice(0, Number(count))) {
  const browser = await openExtension(look);
  for (const { name, open } of SCENES.filter((scene) => scene.name.startsWith(beginning))) {
    const page = await open(browser);
    await page.waitForTimeout(250);
    const path = `${TARGET}${name}-${look.language}-${look.theme}.png`;
    await page.screenshot({ path, fullPage: !/^(popup|counter)/.test(name) });
    await page.close();
  }
  process.stderr.write(browser.complaints.map((line) => `${line}\n`).join(''));
  await browser.close();
}
