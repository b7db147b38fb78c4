import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type AppBrowser, openApp, settled, type Visitor } from '../../tools/app/app-browser.ts';
import type { RankedEstimate } from '../../web/core/node.ts';
import { loadGramme } from '../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });
const MODELS = ['gpt-5-5', 'claude-sonnet-5', 'gpt-4o-mini'];
const REGIONS = ['fra', 'pol'];

let app: AppBrowser;
let visitor: Visitor;
before(async () => {
  app = await openApp();
});
after(() => app.close());

async function open(params: Record<string, string>): Promise<Page> {
  visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open(`#/compare?${new URLSearchParams(params)}`);
  await settled(page);
  return page;
}

const rankedOn = (page: Page) =>
  page
    .locator('ranking-chart')
    .evaluate((chart) => (chart as unknown as { ranked: RankedEstimate[] }).ranked);

test('models × regions stand in the order that the full core ranks them in', async () => {
  const page = await open({
    models: MODELS.join(),
    regions: REGIONS.join(),
    in: '700',
    out: '300',
    by: 'energyWattHours',
  });
  const exchanges = MODELS.flatMap((model) =>
    REGIONS.map((region) => ({ model, region, inputTokens: 700, outputTokens: 300 })),
  );
  assert.deepEqual(await rankedOn(page), gramme.rank({ exchanges, by: 'energyWattHours' }));
  const names = await page.locator('ranking-chart .name strong').allInnerTexts();
  assert.equal(names.length, exchanges.length);
  await visitor.close();
});

test('what a method cannot weigh is listed with its reason, and the rest is ranked', async () => {
  const page = await open({
    models: 'gpt-4o,nobody-1',
    regions: 'usa,atlantis',
    in: '10',
    out: '10',
  });
  assert.ok((await rankedOn(page)).length > 0);
  const refused = page.locator('compare-page details');
  await refused.locator('summary').click();
  assert.match(await refused.innerText(), /region is not in the catalogue/);
  await visitor.close();
});

test('the table has the figures of the chart', async () => {
  const page = await open({ models: MODELS.join(), regions: '', in: '100', out: '100' });
  const figures = await page.locator('ranking-chart .figure').allInnerTexts();
  await page.locator('ranking-chart').getByRole('button', { name: 'Table' }).click();
  const cells = await page.locator('ranking-chart tbody td:nth-child(5)').allInnerTexts();
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
  assert.deepEqual(cells.map(bare), figures.map(bare));
  await visitor.close();
});

test('models are added and taken off by keyboard, and the link says so', async () => {
  const page = await open({ models: 'gpt-4o', regions: '', in: '100', out: '100' });
  const models = page.locator('choice-list').first();
  await models.locator('select').selectOption('=claude-haiku-4-5');
  await settled(page);
  const remove = models.getByRole('button', { name: 'Remove GPT-4o' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const link = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
  assert.equal(link.get('models'), 'claude-haiku-4-5');
  await visitor.close();
});
