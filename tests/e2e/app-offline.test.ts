import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AppBrowser, openApp, settled } from '../../tools/app/app-browser.ts';

const LONGEST_MS = 20_000;
const POLL_MS = 50;

let app: AppBrowser;
before(async () => {
  app = await openApp();
});
after(() => app.close());

test('after one visit the app opens and computes without a connection, on every page', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  // As an earlier version of the app left it.
  await visitor.context.addInitScript("caches.open('vocabulary-00000000')");
  const first = await visitor.open('#/calculator');
  await settled(first);
  await first.locator('text-entry textarea').first().fill('Hello, world!');
  await first.locator('coloured-text').waitFor();
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    const isReady = await first.evaluate(async () =>
      navigator.serviceWorker
        .getRegistration()
        .then((found) => found?.active?.state === 'activated' && found.installing === null),
    );
    if (isReady) break;
    await first.waitForTimeout(POLL_MS);
  }
  const kept = await first.evaluate(() => caches.keys());
  assert.ok(!kept.includes('vocabulary-00000000'), kept.join());
  // The worker takes over pages that are opened after it was installed; then vocabularies are kept.
  await first.reload();
  await settled(first);
  await first.locator('text-entry textarea').first().fill('Hello, world!');
  await first.locator('coloured-text').waitFor();
  await first.close();

  await visitor.context.setOffline(true);
  const page = await visitor.open('#/calculator?model=gpt-4o&in=10&out=20');
  await settled(page);
  assert.equal(await page.locator('estimate-view').count(), 1);
  await page.locator('text-entry textarea').first().fill('Bonjour tout le monde');
  await page.locator('coloured-text').waitFor();
  for (const id of ['compare', 'data', 'decide', 'methods']) {
    await page.goto(`${app.origin}/#/${id}`);
    await page.locator(`${id}-page h1`).waitFor();
    await settled(page);
    assert.equal(await page.getByRole('alert').count(), 0, id);
  }
  await visitor.close();
});

test('a vocabulary that was never needed cannot be counted with offline, and that is said', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('#/calculator');
  await settled(page);
  await visitor.context.setOffline(true);
  await page.locator('text-entry textarea').first().fill('Hello');
  const alert = page.locator('text-entry [role=alert]');
  await alert.waitFor();
  assert.match(await alert.innerText(), /connection/);
  await visitor.close();
});

test('browsers may install it: a manifest with a name, a start and icons that are there', async () => {
  const visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('');
  const address = await page
    .locator('link[rel=manifest]')
    .evaluate((link) => (link as HTMLLinkElement).href);
  const manifest = (await (await fetch(address)).json()) as {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string }[];
  };
  assert.equal(manifest.name, 'Gramme');
  assert.equal(manifest.display, 'standalone');
  for (const path of [manifest.start_url, ...manifest.icons.map(({ src }) => src)]) {
    assert.equal((await fetch(new URL(path, address))).status, 200, path);
  }
  const session = await visitor.context.newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  await visitor.close();
});
