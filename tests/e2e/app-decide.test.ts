import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { type AppBrowser, openApp, settled, type Visitor } from '../../tools/app/app-browser.ts';
import { inRoot } from '../../tools/setup/paths.mjs';
import type { Decided } from '../../web/core/node.ts';
import { loadGramme } from '../../web/core/node.ts';

const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });
const example = readFileSync(inRoot('docs/examples/decision.yaml'), 'utf8');

let app: AppBrowser;
let visitor: Visitor;
before(async () => {
  app = await openApp();
});
after(() => app.close());

async function open(): Promise<Page> {
  visitor = await app.newVisitor({ language: 'en', theme: 'light' });
  const page = await visitor.open('#/decide');
  await settled(page);
  return page;
}

const decidedOn = (page: Page) =>
  page
    .locator('decision-view')
    .evaluate((view) => (view as unknown as { decided: Decided }).decided);

/** Asked again and again until the page has judged anew. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail('the page did not follow');
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('the example is judged as the command judges it', async () => {
  const page = await open();
  assert.deepEqual(await decidedOn(page), gramme.decide(example, { months: 6 }));
  assert.equal(await saved(page, 'Save CSV'), gramme.decideCsv(example, { months: 6 }));
  assert.deepEqual(visitor.complaints, []);
  await visitor.close();
});

test('a cell that is changed changes the ranking, and the file keeps its comments', async () => {
  const page = await open();
  const cell = page.getByLabel('Files / month, translation es');
  await cell.fill('90000');
  await cell.press('Tab');
  await until(async () => (await decidedOn(page)).now.rows[0]?.service === 'translation');
  const file = await saved(page, 'Save YAML (Services)');
  assert.match(file, /# A scale of your own keeps scores comparable/);
  assert.deepEqual(await decidedOn(page), gramme.decide(file, { months: 6 }));
  await visitor.close();
});

test('weights are written into the file, and only their ratios count', async () => {
  const page = await open();
  const slider = page.locator('weights-editor').getByRole('slider', { name: /Cost/ });
  await slider.fill('100');
  await until(async () => (await decidedOn(page)).now.criteria[2]?.weightShare !== 0.2);
  const { now } = await decidedOn(page);
  assert.equal(now.criteria.find(({ id }) => id === 'cost')?.weightShare, 100 / 180);
  const file = await saved(page, 'Save YAML (Services)');
  const { criteria } = parse(file) as { criteria: { id: string; weight: number }[] };
  assert.deepEqual(Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])), {
    carbon: 30,
    energy: 30,
    cost: 100,
    performance: 10,
    scalability: 10,
  });
  assert.deepEqual((await decidedOn(page)).now.rows, gramme.decide(file, { months: 6 }).now.rows);
  await visitor.close();
});

test('another set of criteria comes with its own weights', async () => {
  const page = await open();
  const idsOn = async () => (await decidedOn(page)).now.criteria.map(({ id }) => id).join();
  await page.locator('#criteria-set').selectOption('resources');
  await until(async () => (await idsOn()) === 'cpu,memory,time,frequency,file_size');
  await page.locator('#criteria-set').selectOption('impact');
  await until(async () => (await decidedOn(page)).method === 'impact');
  await page.locator('#criteria-set').selectOption('footprint');
  await until(async () => (await idsOn()) === 'energy,carbon,cost,performance,scalability');
  assert.equal((await decidedOn(page)).method, 'criteria');
  await visitor.close();
});

test('a criterion of one’s own has a weight and a column of values, and can be taken off', async () => {
  const page = await open();
  const editor = page.locator('weights-editor');
  await editor.getByLabel('Own criterion').fill('complaints');
  await editor.getByRole('button', { name: 'Add a criterion' }).click();
  await until(async () => (await decidedOn(page)).now.criteria.length === 6);
  for (const [row, value] of [
    ['transcription fr', '12'],
    ['translation es', '3'],
  ]) {
    const cell = page.getByLabel(`complaints, ${row}`);
    await cell.fill(value ?? '');
    await cell.press('Tab');
  }
  const complaintsOf = async (service: string, language: string) =>
    (await decidedOn(page)).now.rows
      .find((row) => row.service === service && row.language === language)
      ?.parts.find(({ criterion }) => criterion === 'complaints')?.value;
  await until(async () => (await complaintsOf('translation', 'es')) === 3);
  assert.equal(await complaintsOf('transcription', 'fr'), 12);
  const file = await saved(page, 'Save YAML (Services)');
  assert.deepEqual(await decidedOn(page), gramme.decide(file, { months: 6 }));
  await editor.getByRole('button', { name: 'Remove the criterion complaints' }).click();
  await until(async () => (await decidedOn(page)).now.criteria.length === 5);
  assert.doesNotMatch(await saved(page, 'Save YAML (Services)'), /complaints/);
  await visitor.close();
});

test('a row is added and taken off again', async () => {
  const page = await open();
  const table = page.locator('matrix-table');
  await table.getByLabel('Service', { exact: true }).fill('minutes');
  await table.getByLabel('Language', { exact: true }).fill('fr');
  await table.getByRole('button', { name: 'Add a row' }).click();
  await until(async () => (await decidedOn(page)).now.rows.length === 13);
  await table.getByRole('button', { name: 'Remove minutes fr' }).click();
  await until(async () => (await decidedOn(page)).now.rows.length === 12);
  await visitor.close();
});

test('a cell that holds no figure is refused in place, and nothing is judged by it', async () => {
  const page = await open();
  const before = await decidedOn(page);
  const cell = page.getByLabel('Criticality (0–1), transcription fr');
  await cell.fill('much');
  await cell.press('Tab');
  await page.getByText('Not taken over').waitFor();
  assert.deepEqual(await decidedOn(page), before);
  await cell.fill('7');
  await cell.press('Tab');
  await page.getByText(/Not computed, at services\[0\]\.languages\[0\]\.criticality/).waitFor();
  await visitor.close();
});

test('a file is opened; one that is damaged, or an alias bomb, is refused and changes nothing', async () => {
  const page = await open();
  const input = page.locator('file-buttons[name="decision.yaml"] input[type=file]');
  const upload = (content: string) =>
    input.setInputFiles({ name: 'm.yaml', mimeType: 'text/yaml', buffer: Buffer.from(content) });
  const before = await decidedOn(page);
  await upload('services: [unclosed');
  await page.getByRole('alert').waitFor();
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
  for (let depth = 1; depth < 12; depth++) {
    const [name, previous] = [depth, depth - 1].map((place) => String.fromCharCode(97 + place));
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${previous}`).join()}]`);
  }
  await upload(bomb.join('\n'));
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await decidedOn(page), before);
  await upload(example.replace('region: fra', 'region: pol'));
  await until(async () => (await decidedOn(page)).now.region === 'pol');
  assert.equal(await page.getByRole('alert').count(), 0);
  await visitor.close();
});

test('budgets stand as the core judges the uses that the matrix plans', async () => {
  const page = await open();
  const { now } = await decidedOn(page);
  const grams = now.rows
    .filter(({ service }) => service === 'transcription')
    .reduce((sum, row) => sum + row.gramsCo2ePerMonth.central, 0);
  const limit = page.getByLabel('Limit, transcription-month');
  await limit.fill(String(grams / 0.9));
  await limit.press('Tab');
  const row = page.locator('budget-section tbody tr').nth(1);
  await row.getByText('Near its limit').waitFor();
  assert.match(await row.innerText(), /90%/);
  await limit.fill(String(grams / 2));
  await limit.press('Tab');
  await row.getByText('Over its limit').waitFor();
  const file = await saved(page, 'Save YAML (Budgets)');
  assert.match(file, /# What three services may weigh/);
  assert.equal(gramme.serviceBudgets(file)[1]?.limit, grams / 2);
  await visitor.close();
});

test('budgets are added and taken off', async () => {
  const page = await open();
  const section = page.locator('budget-section');
  await section.getByLabel('Service').fill('translation');
  await section.getByLabel('Limit', { exact: true }).fill('10');
  await section.getByRole('button', { name: 'Add a budget' }).click();
  const rows = section.locator('tbody tr');
  await until(async () => (await rows.count()) === 7);
  assert.match(await rows.last().innerText(), /translation\s+month[\s\S]*Over its limit/);
  await section.getByRole('button', { name: 'Remove budget translation-month-2' }).click();
  await until(async () => (await rows.count()) === 6);
  const file = await saved(page, 'Save YAML (Budgets)');
  assert.equal(gramme.serviceBudgets(file).length, 6);
  await visitor.close();
});
