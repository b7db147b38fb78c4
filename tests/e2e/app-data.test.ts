/** "My data" in the built app: the figures of the command, whatever is read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type AppBrowser, openApp, settled, type Visitor } from '../../tools/app/app-browser.ts';
import { FIXTURES, fixtureFile, type SampleFile } from '../../tools/app/sample-files.ts';
import { giveFiles } from '../../tools/app/scenes.ts';
import { GOLDEN_ANALYSES, goldenPath } from '../../tools/golden/analyses.ts';
import { byCommand, OTHER_FILES, saved, savedAnalysis } from './app-data-support.ts';

let app: AppBrowser;
let visitor: Visitor;
before(async () => {
  app = await openApp();
  visitor = await app.newVisitor({ language: 'en', theme: 'light' });
});
after(() => app.close());

async function opened(files: SampleFile[]): Promise<Page> {
  const page = await visitor.open('#/data');
  await giveFiles(page, files);
  return page;
}

for (const file of [...FIXTURES.map(fixtureFile), ...OTHER_FILES]) {
  test(`${file.name} comes to what the command says, to the last bit`, async () => {
    const page = await opened([file]);
    assert.deepEqual(await savedAnalysis(page), JSON.parse(byCommand([file], '--json')));
    await page.close();
  });
}

test('all files together come to what the command says, as JSON and as CSV', async () => {
  const files = [...FIXTURES.map(fixtureFile), ...OTHER_FILES];
  const page = await opened(files);
  assert.deepEqual(await savedAnalysis(page), JSON.parse(byCommand(files, '--json')));
  assert.equal(await saved(page, 'Save as CSV'), byCommand(files, '--csv'));
  await page.close();
});

for (const golden of GOLDEN_ANALYSES) {
  test(`the app saves what tests/golden/${golden.name}.json holds`, async () => {
    const page = await opened(golden.files.map(fixtureFile));
    const expected: unknown = JSON.parse(readFileSync(goldenPath(golden), 'utf8'));
    assert.deepEqual(await savedAnalysis(page), expected);
    await page.close();
  });
}

test('files that are added are read with those before them', async () => {
  const page = await opened([fixtureFile('responses.jsonl')]);
  await giveFiles(page, [fixtureFile('analytics.yaml')]);
  const both = [fixtureFile('responses.jsonl'), fixtureFile('analytics.yaml')];
  await page.locator('file-list').getByText('analytics.yaml').waitFor();
  assert.deepEqual(await savedAnalysis(page), JSON.parse(byCommand(both, '--json')));
  await page.close();
});

test('region, method, model and time zone are those that were chosen', async () => {
  const files = [fixtureFile('analytics.yaml'), fixtureFile('responses.jsonl')];
  const page = await opened(files);
  const choose = async (label: string, value: string) => {
    await page.getByLabel(label, { exact: true }).selectOption(value);
    await page.locator('reading-progress').waitFor({ state: 'detached' });
    await settled(page);
  };
  await choose('Electricity of', 'fra');
  await choose('Method', 'ecologits');
  await choose('Model of the analytics', 'gpt-5-5');
  await choose('Time zone of the days', 'Pacific/Auckland');
  const how = ['--region', 'fra', '--method', 'ecologits', '--model', 'gpt-5-5'];
  const expected = byCommand(files, ...how, '--zone', 'Pacific/Auckland', '--json');
  assert.deepEqual(await savedAnalysis(page), JSON.parse(expected));
  await page.close();
});

test('what is shown follows year and month, as a chart and as a table', async () => {
  const page = await opened([fixtureFile('gramme-export.json')]);
  const analysis = await savedAnalysis(page);
  await page.getByLabel('Year', { exact: true }).selectOption('2026');
  await page.locator('figure-card h2', { hasText: /^2026$/ }).waitFor();
  await page.getByLabel('Month', { exact: true }).selectOption('2026-01');
  await page.locator('figure-card h2', { hasText: 'January 2026' }).waitFor();
  await page.getByRole('button', { name: 'Table' }).click();
  const days = analysis.days.filter(({ date }) => date.startsWith('2026-01'));
  assert.equal(await page.locator('series-chart tbody tr').count(), days.length);
  await page.getByLabel('Year', { exact: true }).selectOption('2025');
  await page.locator('figure-card h2', { hasText: /^2025$/ }).waitFor();
  assert.equal(await page.getByLabel('Month', { exact: true }).inputValue(), '2025');
  await page.close();
});

test('the yearly report is printed without what is only for the screen', async () => {
  const page = await opened(FIXTURES.map(fixtureFile));
  await page.getByRole('button', { name: 'Yearly report' }).click();
  await page.getByRole('heading', { name: 'Report 2026' }).waitFor();
  await settled(page);
  assert.equal(await page.locator('use-report breakdown-table').count(), 2);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: 'Back' }).isVisible(), false);
  assert.equal(await page.locator('header nav').isVisible(), false);
  assert.equal(await page.locator('use-report h1').isVisible(), true);
  assert.ok((await page.pdf()).length > 10_000);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('use-view').waitFor();
  await page.close();
});

test('nothing complains, and nothing is asked of anybody else', () => {
  assert.deepEqual(visitor.complaints, []);
  assert.deepEqual(
    visitor.requests.filter((address) => !/^(blob:)?http:\/\/127\.0\.0\.1:/.test(address)),
    [],
  );
});
