import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AppBrowser, openApp, settled } from '../../tools/app/app-browser.ts';

let app: AppBrowser;
before(async () => {
  app = await openApp();
});
after(() => app.close());

test('the browser’s language is spoken until another is chosen, which is remembered', async () => {
  const visitor = await app.newVisitor({ language: 'fr', theme: 'light' });
  const page = await visitor.open('#/calculator');
  assert.equal(await page.locator('h1').innerText(), 'Ce que pèse un échange');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await page.getByLabel('Langue', { exact: true }).selectOption('en');
  await page.getByText('What an exchange weighs').waitFor();
  await page.reload();
  await page.getByText('What an exchange weighs').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await visitor.close();
});

test('a chosen theme holds against the system’s, and is there before anything is drawn', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('#/calculator');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme', { exact: true }).selectOption('dark');
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  await page.locator('h1').waitFor();
  assert.equal(await ground(), dark);
  await visitor.close();
});

test('pages are reached by keyboard alone; a page that opens has the focus and a title', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('#/calculator');
  await page.keyboard.press('Tab');
  assert.equal(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent),
    'Skip to the content',
  );
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('compare-page h1').waitFor();
  await settled(page);
  assert.equal(await page.title(), 'Compare · Gramme');
  assert.equal(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id),
    'main',
  );
  await page.goBack();
  await page.locator('calculator-page h1').waitFor();
  await visitor.close();
});

test('where WebAssembly is forbidden no figure is shown, and the page says why', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  await visitor.context.route('**/*core-worker*.js', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response, headers });
  });
  const page = await visitor.open('#/calculator');
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  assert.match(await alert.innerText(), /WebAssembly is forbidden here/);
  assert.equal(await page.locator('estimate-view').count(), 0);
  await visitor.close();
});

test('a page whose file is missing can be tried again', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  await visitor.context.route('**/compare-page-*.js', (route) => route.abort());
  const page = await visitor.open('#/calculator');
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByText('This page could not be loaded').waitFor();
  await visitor.context.unroute('**/compare-page-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('compare-page h1').waitFor();
  await visitor.close();
});
