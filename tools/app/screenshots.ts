/** Pictures of every page of the app, in both languages and themes, wide and narrow. */
import { mkdirSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { openApp, type View } from './app-browser.ts';
import { SCENES } from './scenes.ts';

const VIEWS: (View & { name: string })[] = [
  { name: 'en-light-wide', language: 'en', theme: 'light' },
  { name: 'fr-dark-wide', language: 'fr', theme: 'dark' },
  { name: 'fr-light-phone', language: 'fr', theme: 'light', width: 360, height: 740 },
  { name: 'en-dark-phone', language: 'en', theme: 'dark', width: 360, height: 740 },
];

const wanted = process.argv.slice(2);
const folder = inRoot('build/screenshots/app');
mkdirSync(folder, { recursive: true });
const app = await openApp();
for (const { name: viewName, ...view } of VIEWS) {
  const visitor = await app.newVisitor(view);
  for (const { name, open } of SCENES) {
    if (wanted.length > 0 && !wanted.some((part) => `${name}-${viewName}`.includes(part))) continue;
    const page = await open(visitor);
    const path = `${folder}/${name}-${viewName}.png`;
    await page.screenshot({ path, fullPage: true });
    await page.close();
    console.log(path);
  }
  for (const complaint of visitor.complaints) console.log(`  complaint: ${complaint}`);
  await visitor.close();
}
await app.close();
