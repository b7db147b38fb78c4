/** "My data" as people use it: by drop, by keyboard, cancelled, with files that are damaged or hostile. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type AppBrowser, openApp, settled, type Visitor } from '../../tools/app/app-browser.ts';
import { fixtureFile, type SampleFile, sampleFile } from '../../tools/app/sample-files.ts';
import { giveFiles } from '../../tools/app/scenes.ts';
import { answerLine, zipOf } from '../js/cli/archives.ts';
import { savedAnalysis } from './app-data-support.ts';

let app: AppBrowser;
let english: Visitor;
let french: Visitor;
const folder = mkdtempSync(join(tmpdir(), 'gramme-app-use-'));
before(async () => {
  app = await openApp();
  english = await app.newVisitor({ language: 'en', theme: 'light' });
  french = await app.newVisitor({ language: 'fr', theme: 'dark', width: 360, height: 740 });
});
after(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

async function opened(visitor: Visitor, files: SampleFile[] = []): Promise<Page> {
  const page = await visitor.open('#/data');
  if (files.length > 0) await giveFiles(page, files);
  return page;
}

/** As if they were dragged onto the heading, beside the zone. */
async function drop(page: Page, { name, buffer }: SampleFile): Promise<void> {
  const given = { name, content: buffer.toString('utf8') };
  const transfer = await page.evaluateHandle(({ name: fileName, content }) => {
    const data = new DataTransfer();
    data.items.add(new File([content], fileName));
    return data;
  }, given);
  const heading = page.locator('data-page h1');
  await heading.dispatchEvent('dragover', {
    dataTransfer: transfer,
    bubbles: true,
    composed: true,
  });
  await heading.dispatchEvent('drop', { dataTransfer: transfer, bubbles: true, composed: true });
}

test('a file that is dropped anywhere on the page is read', async () => {
  const page = await opened(english);
  await drop(page, fixtureFile('responses.jsonl'));
  await page.locator('data-choices').waitFor();
  assert.equal((await savedAnalysis(page)).files[0]?.name, 'responses.jsonl');
  await page.close();
});

/** What has the focus, through all shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() ?? '';
  });

/** The focus may come a moment after what it comes to. */
async function focusComesTo(page: Page, wanted: RegExp): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (wanted.test(await focused(page))) return;
    await page.waitForTimeout(50);
  }
  assert.match(await focused(page), wanted);
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  assert.fail(`Tab never comes to "${name}"`);
}

test('by keyboard alone: files chosen, the table shown, the report opened and left', async () => {
  const page = await opened(english);
  await tabTo(page, 'Choose files…');
  const choosing = page.waitForEvent('filechooser');
  // The browser is told to hand choosers over before the key arrives, however busy the machine is.
  await page.evaluate(() => undefined);
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  await chooser.setFiles([fixtureFile('gramme-export.json')]);
  await page.locator('data-choices').waitFor();
  await settled(page);
  await focusComesTo(page, /requests · from/);
  await tabTo(page, 'Table');
  await page.keyboard.press('Enter');
  await page.locator('series-chart table').waitFor();
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, 'Chart');
  await page.locator('#results').focus();
  await tabTo(page, 'Yearly report');
  await page.keyboard.press('Enter');
  await page.locator('use-report h1').waitFor();
  await focusComesTo(page, /^Report 2026$/);
  await tabTo(page, 'Back');
  await page.keyboard.press('Enter');
  await page.locator('use-view').waitFor();
  await page.close();
});

test('reading is cancelled at once, and nothing of it goes on', async () => {
  const path = join(folder, 'large.jsonl');
  const part = Array.from({ length: 4000 }, (_, id) => answerLine(id)).join('');
  writeFileSync(path, part.repeat(300));
  const page = await opened(english);
  const before = page.workers().length;
  await page.locator('drop-zone input').setInputFiles(path);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  await page.waitForTimeout(100);
  assert.ok(page.workers().length <= before + 1, 'the worker of the catalog may have started');
  await giveFiles(page, [fixtureFile('responses.jsonl')]);
  await page.locator('data-choices').getByLabel('Method').selectOption('ecologits');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  if (await cancel.isVisible()) await cancel.click({ timeout: 500 }).catch(() => undefined);
  await settled(page);
  assert.equal((await savedAnalysis(page)).files.length, 1);
  await page.close();
});

const damaged = (): SampleFile => {
  const archive = zipOf({ 'log.jsonl': answerLine(1).repeat(500) });
  return sampleFile('export.zip', archive.subarray(0, archive.length - 30));
};

test('a damaged archive is named, in both languages, and the others can be read', async () => {
  const page = await opened(english, [damaged(), fixtureFile('responses.jsonl')]);
  await page.getByRole('heading', { name: 'Not read: export.zip' }).waitFor();
  await page.getByText('Download it again').waitFor();
  await page.getByRole('button', { name: 'Read the other files' }).click();
  await page.locator('data-choices').waitFor();
  const { files } = await savedAnalysis(page);
  assert.deepEqual(
    files.map(({ name }) => name),
    ['responses.jsonl'],
  );
  await page.close();
  const page2 = await opened(french, [damaged()]);
  await page2.getByRole('heading', { name: 'Pas de lecture\u202f: export.zip' }).waitFor();
  await page2.getByText('La télécharger à nouveau').waitFor();
  await page2.close();
});

test('what goes wrong beside what is shown leaves that as it is', async () => {
  const page = await opened(english, [fixtureFile('responses.jsonl')]);
  await page.locator('drop-zone input').setInputFiles([sampleFile('cut.json', '{"a": [1, 2')]);
  await page.getByRole('heading', { name: 'Not read: cut.json' }).waitFor();
  assert.equal((await savedAnalysis(page)).files.length, 1);
  await page.getByRole('button', { name: 'Close this note' }).click();
  await page.locator('failure-view').waitFor({ state: 'detached' });
  await page.close();
});

const BAD = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

test('names of files, models and projects are shown as they are and run nothing', async () => {
  const line = { id: 'chatcmpl-hostile-0001', created: 1767225600, model: BAD };
  const usage = { prompt_tokens: 5, completion_tokens: 5 };
  const page = await opened(english, [
    sampleFile(`${BAD.replaceAll('/', '')}.jsonl`, `${JSON.stringify({ ...line, usage })}\n`),
    sampleFile(
      'emissions.csv',
      `timestamp,project_name,run_id,emissions,energy_consumed\n2026-01-01T00:00:00,"${BAD.replaceAll('"', '""')}",__proto__,1,1\n`,
    ),
    sampleFile(
      'constructor.json',
      JSON.stringify({ genai: { __proto__x: 1, [BAD]: [{ date: '2026-01-01', count: 3 }] } }),
    ),
  ]);
  assert.equal(await page.title(), 'My data · Gramme');
  assert.equal(await page.locator('data-page img, data-page script').count(), 0);
  assert.ok((await page.getByText('<img src=x').count()) >= 2);
  await page.close();
});

test('nothing of what was read is kept', async () => {
  const page = await opened(english, [fixtureFile('gramme-export.json')]);
  await page.reload();
  await page.getByRole('button', { name: 'Choose files…' }).waitFor();
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    ),
  }));
  assert.deepEqual([kept.local, kept.session], [[], []]);
  assert.deepEqual(
    kept.databases.filter((name) => !name?.startsWith('workbox')),
    [],
  );
  assert.ok(kept.caches.flat().every((url) => url.startsWith(app.origin)));
  await page.close();
});

test('what was read stays while the app is open, on other pages and in another language', async () => {
  const page = await opened(english, [fixtureFile('responses.jsonl')]);
  const workers = page.workers().length;
  await page.locator('nav a').first().click();
  await page.locator('calculator-page').waitFor();
  await page.goBack();
  await page.locator('file-list').getByText('responses.jsonl').waitFor();
  await page.getByLabel('Language', { exact: true }).selectOption('fr');
  await page.getByRole('heading', { name: 'Ce qui a été lu' }).waitFor();
  await page.getByRole('button', { name: 'Recommencer' }).click();
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).waitFor();
  await page.waitForTimeout(100);
  assert.equal(page.workers().length, workers - 1);
  await page.getByLabel('Langue', { exact: true }).selectOption('auto');
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test('in French, on a phone, everything is there and nothing sticks out', async () => {
  const page = await opened(
    french,
    ['gramme-export.json', 'analytics.yaml', 'emissions.csv'].map(fixtureFile),
  );
  await page.getByRole('heading', { name: 'Exécutions mesurées', exact: true }).waitFor();
  await page.getByText('statistiques quotidiennes').waitFor();
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(sticksOut, 0);
  assert.doesNotMatch(await page.locator('data-page').innerText(), / [:;!?]/);
  await page.close();
});

test('nothing complains, and nothing is asked of anybody else', () => {
  for (const { complaints, requests } of [english, french]) {
    assert.deepEqual(complaints, []);
    assert.ok(requests.every((address) => address.replace('blob:', '').startsWith(app.origin)));
  }
});
