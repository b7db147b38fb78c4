import assert from 'node:assert/strict';
import { failWith, setHealth } from '../../../tools/look/extension-browser.ts';
import { type Check, checkPage } from './opened-popup.ts';
import { fullYear, twoAnswers } from './samples.ts';

const CAUSE = '<b>no answer</b>';

const isEmptyAtFirst: Check = async (opener) => {
  const page = await opener.open({});
  await page.getByText(opener.words.empty).waitFor();
  assert.equal(await page.getByRole('tab').count(), 0);
  await checkPage(opener, page);
};

const tellsCountingState: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  await setHealth(page, { state: 'watching', site: 'chatgpt', dialect: 'current' });
  await page.getByText(opener.words.counting).waitFor();
  await setHealth(page, { state: 'blind', site: 'claude', reason: 'page_not_recognised' });
  await page.getByText(opener.words.blind).waitFor();
  await checkPage(opener, page);
};

const tellsQuarantine: Check = async (opener) => {
  const page = await opener.open({ ...twoAnswers, quarantined: true });
  await page.getByText(opener.words.quarantined).waitFor();
  await checkPage(opener, page);
};

const recoversFromFailure: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  await failWith(page, CAUSE);
  await page.getByText(opener.words.failed).waitFor({ timeout: 30_000 });
  await page.getByText(CAUSE).waitFor();
  await checkPage(opener, page);
  await page.evaluate(() => sessionStorage.setItem('works', 'yes'));
  await page.getByRole('button').click();
  await page.getByRole('tabpanel').waitFor();
};

const KEYS: [key: string, tab: number][] = [
  ['ArrowRight', 1],
  ['End', 2],
  ['ArrowRight', 0],
  ['ArrowLeft', 2],
  ['Home', 0],
  ['End', 2],
];

const worksByKeyboard: Check = async (opener) => {
  const page = await opener.open(fullYear);
  await page.getByRole('tab').first().focus();
  for (const [key, tab] of KEYS) {
    await page.keyboard.press(key);
    await page.locator(`[role=tab]:nth-child(${tab + 1}):focus[aria-selected=true]`).waitFor();
    assert.equal(await page.locator('[role=tab][aria-selected=true]').count(), 1);
  }
  assert.equal(await page.locator('share-list').first().locator('li').count(), 6);
  await page.keyboard.press('Tab');
  await page.locator('[role=tabpanel]:focus').waitFor();
  await checkPage(opener, page);
};

const explainsConfidence: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  const word = page.getByRole('button', { name: opener.words.estimated });
  const bubble = page.getByRole('tooltip');
  assert.equal(await bubble.isVisible(), false);
  await word.focus();
  assert.equal(await bubble.isVisible(), true);
  const box = await bubble.boundingBox();
  assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 360);
  await page.keyboard.press('Escape');
  assert.equal(await bubble.isVisible(), false);
  await word.hover();
  assert.equal(await bubble.isVisible(), true);
};

const savesBadgeUnit: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  await page.getByRole('radio', { name: 'CO₂e' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return (settings as { badgeUnit?: string } | undefined)?.badgeUnit === 'wattHours';
  });
  await page.reload();
  assert.equal(await page.getByRole('radio', { name: 'Wh' }).isChecked(), true);
};

const followsTheme: Check = async (opener) => {
  const page = await opener.open(twoAnswers);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const expected = { light: 'rgb(251, 250, 247)', dark: 'rgb(21, 23, 26)' };
  assert.equal(ground, expected[opener.look.theme]);
  assert.equal(await page.locator('html').getAttribute('lang'), opener.look.language);
};

export const checksOfStates: [title: string, check: Check][] = [
  ['before the first answer it says what will appear', isEmptyAtFirst],
  ['the state of the page in front is told', tellsCountingState],
  ['totals that were put aside are spoken of', tellsQuarantine],
  ['a failure says what still works, and trying again works', recoversFromFailure],
  ['tabs are worked with the keyboard', worksByKeyboard],
  ['the confidence word is explained on focus and on hover', explainsConfidence],
  ['colours and language are those of the browser', followsTheme],
  ['the unit of the badge is saved', savesBadgeUnit],
];
