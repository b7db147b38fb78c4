import assert from 'node:assert/strict';
import { centralText, rangeText, showRange } from '../../../extension/shared/figures.ts';
import { type Check, checkPage } from './opened-popup.ts';
import { dayOf, fullYear, partlyDry, renamed, twoAnswers } from './samples.ts';

const PAYLOAD = '<img src=x onerror="globalThis.wasRun=true"><script>wasRun=true</script>';

const showsStoredFigures: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  const { language } = opener.look;
  const { gramsCo2e, energyWattHours, waterLitres } = dayOf(twoAnswers).stats;
  const [energy, tokens, water] = await page.locator('dd.value').allTextContents();
  assert.equal(energy, centralText(energyWattHours, 'wattHours', language));
  assert.match(tokens ?? '', /^≈\u202f\d/);
  assert.equal(water, centralText(waterLitres, 'litres', language));
  const hero = await page.locator('.hero .figure').textContent();
  assert.equal(hero, showRange(gramsCo2e, 'gramsCo2e', language).central);
  await page.getByText(opener.words.answers).waitFor();
  const label = rangeText(gramsCo2e, 'gramsCo2e', language);
  await page.getByRole('tabpanel').getByRole('img', { name: label }).waitFor();
  await checkPage(opener, page);
};

const breaksDownByModelAndPlatform: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  const names = (index: number) =>
    page.locator('share-list').nth(index).locator('.name').allTextContents();
  assert.deepEqual((await names(0)).sort(), ['Claude Sonnet 4.6', 'GPT-5.5']);
  assert.deepEqual((await names(1)).sort(), ['ChatGPT', 'Claude']);
};

const saysLowerBound: Check = async (opener) => {
  const page = await opener.open(partlyDry());
  await page.getByRole('button', { name: opener.words.atLeast }).waitFor();
  await checkPage(opener, page);
};

const opensMethod: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  await page.locator('summary').press('Enter');
  await page.getByText(opener.words.warning).waitFor();
  await page.getByText('Roofline 2026.11').first().waitFor();
  await checkPage(opener, page);
};

const keepsMarkupInert: Check = async (opener) => {
  const page = await opener.open(renamed('claude-sonnet-4-6', PAYLOAD));
  await page.getByText(PAYLOAD).first().waitFor();
  assert.equal(await page.locator('share-list img').count(), 0);
  assert.equal(await page.evaluate(() => 'wasRun' in globalThis), false);
  await checkPage(opener, page);
};

const followsChanges: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  await opener.browser.worker.evaluate((items) => chrome.storage.local.set(items), fullYear);
  const { gramsCo2e } = dayOf(fullYear).stats;
  const label = rangeText(gramsCo2e, 'gramsCo2e', opener.look.language);
  await page.getByRole('tabpanel').getByRole('img', { name: label }).waitFor();
  await checkPage(opener, page);
};

export const checksOfFigures: [title: string, check: Check][] = [
  ['the figures shown are those stored', showsStoredFigures],
  ['a period is broken down by model and by platform', breaksDownByModelAndPlatform],
  ['water not known for every answer is a lower bound', saysLowerBound],
  ['the method opens to the warnings of the period', opensMethod],
  ['markup in a model name stays text', keepsMarkupInert],
  ['figures that change are shown without opening it again', followsChanges],
];
