/** Renders extension/icons/icon.svg to the sizes Chrome asks for. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ICONS = new URL('../../extension/icons/', import.meta.url).pathname;
const SIZES = [16, 32, 48, 128];

const drawing = readFileSync(`${ICONS}icon.svg`, 'utf8');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await page.screenshot({ path: `${ICONS}icon-${size}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
