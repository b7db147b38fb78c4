import assert from 'node:assert/strict';
import { sampleAnswers, today } from '../../../tools/look/sample-answers.ts';
import { MODEL_NAMES } from '../../../tools/look/sample-sums.ts';
import type { PeriodKind } from '../../../web/core/contracts.ts';
import { centralText, rangeText, showRange } from '../../../web/look/figures.ts';
import { type Check, checkPage } from './opened-popup.ts';

const PAYLOAD = '<img src=x onerror="globalThis.wasRun=true"><script>wasRun=true</script>';

function statsOf(kind: PeriodKind) {
  const summary = sampleAnswers()['summary/read'];
  assert.ok(summary !== undefined);
  return summary[kind].stats;
}

const showsAnsweredFigures: Check = async (opener) => {
  const page = await opener.open();
  const { language } = opener.look;
  const { gramsCo2e, energyWattHours, waterLitres } = statsOf('day');
  const [energy, tokens, water] = await page.locator('dd.value').allTextContents();
  assert.equal(energy, centralText(energyWattHours, 'wattHours', language));
  assert.match(tokens ?? '', /^≈\u202f\d/);
  assert.equal(water, centralText(waterLitres, 'litres', language));
  const hero = await page.locator('.hero .figure').textContent();
  assert.equal(hero, showRange(gramsCo2e, 'gramsCo2e', language).central);
  const label = rangeText(gramsCo2e, 'gramsCo2e', language);
  await page.getByRole('tabpanel').getByRole('img', { name: label }).waitFor();
  await checkPage(opener, page);
};

const breaksDownByModelAndPlatform: Check = async (opener) => {
  const page = await opener.open();
  await page.getByRole('tab').nth(2).click();
  const names = (index: number) =>
    page.locator('share-list').nth(index).locator('.name').allTextContents();
  assert.deepEqual((await names(0)).sort(), Object.values(MODEL_NAMES).sort());
  assert.deepEqual((await names(1)).sort(), ['ChatGPT', 'Claude']);
};

const saysLowerBound: Check = async (opener) => {
  const page = await opener.open({ isPartlyDry: true });
  await page.getByRole('button', { name: opener.words.atLeast }).waitFor();
  await checkPage(opener, page);
};

const opensMethod: Check = async (opener) => {
  const page = await opener.open();
  await page.locator('method-note summary').press('Enter');
  await page.getByText(opener.words.warning).waitFor();
  await page.getByText('Roofline 2026.11').first().waitFor();
  await checkPage(opener, page);
};

const keepsMarkupInert: Check = async (opener) => {
  const page = await opener.open({ modelName: PAYLOAD });
  await page.getByText(PAYLOAD).first().waitFor();
  assert.equal(await page.locator('share-list img').count(), 0);
  assert.equal(await page.evaluate(() => 'wasRun' in globalThis), false);
  await checkPage(opener, page);
};

const tablesTheChart: Check = async (opener) => {
  const page = await opener.open();
  await page.getByRole('tab').nth(1).click();
  await page.locator('bar-chart canvas').waitFor();
  const chart = page.locator('series-chart');
  const sentence = await chart.getByRole('img').getAttribute('aria-label');
  assert.match(sentence ?? '', /CO₂e/);
  await chart.getByRole('button').press('Enter');
  assert.equal(await chart.locator('caption').textContent(), sentence);
  const counted = sampleAnswers().series[today.slice(0, 7)]?.parts.filter(
    ({ stats }) => stats.requests > 0,
  ).length;
  assert.equal(await chart.locator('tbody tr').count(), counted);
  await checkPage(opener, page);
};

const explainsTheLastAnswer: Check = async (opener) => {
  const page = await opener.open();
  const explanation = page.locator('explanation-view');
  await explanation.locator('summary').press('Enter');
  await explanation.getByText(opener.words.part).waitFor();
  const few = await explanation.locator('.factors li').count();
  await explanation.getByRole('button').press('Enter');
  assert.ok((await explanation.locator('.factors li').count()) > few);
  // What has no words of its own would be shown with the core's names.
  const texts = await explanation.locator('.line > span:first-child').allTextContents();
  assert.deepEqual(
    texts.filter((name) => /_|^[a-z]/.test(name)),
    [],
  );
  await checkPage(opener, page);
};

const comparesAndForesees: Check = async (opener) => {
  const page = await opener.open({ settings: { distances: 'imperial' } });
  await page.getByRole('tab').nth(2).click();
  const outlook = page.locator('outlook-note');
  await outlook.getByText(opener.words.comparison).waitFor();
  await outlook.getByText('ADEME').waitFor();
  await outlook.getByText('187').waitFor();
  await checkPage(opener, page);
};

export const checksOfFigures: [title: string, check: Check][] = [
  ['the figures shown are those answered', showsAnsweredFigures],
  ['a period is broken down by model and by platform', breaksDownByModelAndPlatform],
  ['water not known for every answer is a lower bound', saysLowerBound],
  ['the method opens to the warnings of the period', opensMethod],
  ['markup in a model name stays text', keepsMarkupInert],
  ['a chart says itself in a sentence, and is a table after one key', tablesTheChart],
  ['the last answer is explained down to the sources', explainsTheLastAnswer],
  ['the year is compared and foreseen, with scope and source', comparesAndForesees],
];
