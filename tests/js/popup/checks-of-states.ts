import assert from 'node:assert/strict';
import { sentBy } from '../../../tools/look/stub.ts';
import { type Check, checkPage } from './opened-popup.ts';

const CAUSE = '<b>no answer</b>';

const isEmptyAtFirst: Check = async (opener) => {
  const page = await opener.open({ isEmpty: true });
  await page.getByText(opener.words.empty).waitFor();
  assert.equal(await page.getByRole('tab').count(), 0);
  await checkPage(opener, page);
};

const asksForConsent: Check = async (opener) => {
  const page = await opener.open({ isEmpty: true, settings: { consentedAt: null } });
  await page.getByText(opener.words.noConsent).waitFor();
  assert.match((await page.locator('consent-note a').getAttribute('href')) ?? '', /welcome/);
  await checkPage(opener, page);
};

const tellsCountingState: Check = async (opener) => {
  const watching = { state: 'watching', site: 'chatgpt', dialect: 'section' } as const;
  await (await opener.open({ health: watching })).getByText(opener.words.counting).waitFor();
  const blind = { state: 'blind', site: 'claude', reason: 'page_not_recognised' } as const;
  const page = await opener.open({ health: blind });
  await page.getByText(opener.words.blind).waitFor();
  await checkPage(opener, page);
};

const tellsOfStorage: Check = async (opener) => {
  const page = await opener.open({ notices: [{ kind: 'put_aside', count: 2 }] });
  await page.getByText(opener.words.putAside).waitFor();
  await page.locator('storage-notices button').press('Enter');
  await page.locator('storage-notices section').waitFor({ state: 'detached' });
  assert.ok((await sentBy(page)).some(({ type }) => type === 'notices/dismiss'));
  await checkPage(opener, page);
};

const tellsBudgets: Check = async (opener) => {
  const common = { range: 'day', measure: 'gramsCo2e', site: null, modelId: null } as const;
  const budgets = [5, 6, 7].map((limit) => ({ ...common, id: String(limit), limit }));
  const page = await opener.open({ settings: { budgets } });
  const states = await page.locator('budgets-state .state').allTextContents();
  assert.deepEqual(
    states.map((state) => state.trim()),
    opener.words.budgets,
  );
  await checkPage(opener, page);
};

const recoversFromFailure: Check = async (opener) => {
  const page = await opener.open();
  await page.evaluate((cause) => sessionStorage.setItem('cause', cause), CAUSE);
  await page.reload();
  await page.getByText(opener.words.failed).waitFor({ timeout: 40_000 });
  await page.getByText(CAUSE).waitFor();
  await checkPage(opener, page);
  await page.evaluate(() => sessionStorage.removeItem('cause'));
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
  const page = await opener.open();
  await page.getByRole('tab').first().focus();
  for (const [key, tab] of KEYS) {
    await page.keyboard.press(key);
    await page.locator(`[role=tab]:nth-child(${tab + 1}):focus[aria-selected=true]`).waitFor();
    assert.equal(await page.locator('[role=tab][aria-selected=true]').count(), 1);
  }
  assert.equal(await page.locator('share-list').first().locator('li').count(), 5);
  await page.keyboard.press('Tab');
  await page.locator('[role=tabpanel]:focus').waitFor();
  await checkPage(opener, page);
};

const explainsConfidence: Check = async (opener) => {
  const page = await opener.open();
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
  const page = await opener.open();
  await page.getByRole('radio', { name: 'CO₂e' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() =>
    (sessionStorage.getItem('settings') ?? '').includes('"badgeUnit":"wattHours"'),
  );
  await page.reload();
  assert.equal(await page.getByRole('radio', { name: 'Wh' }).isChecked(), true);
};

const takesChosenLook: Check = async (opener) => {
  const other = opener.look.language === 'en' ? 'fr' : 'en';
  const page = await opener.open({ settings: { language: other, theme: 'light' } });
  await page.locator(`html[lang=${other}][data-theme=light]`).waitFor();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), 'rgb(251, 250, 247)');
  const name = other === 'fr' ? 'Aujourd’hui' : 'Today';
  await page.getByRole('tab', { name }).waitFor();
  await page.evaluate(() => localStorage.clear());
};

const followsTheme: Check = async (opener) => {
  const page = await opener.open();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const expected = { light: 'rgb(251, 250, 247)', dark: 'rgb(21, 23, 26)' };
  assert.equal(ground, expected[opener.look.theme]);
  assert.equal(await page.locator('html').getAttribute('lang'), opener.look.language);
};

export const checksOfStates: [title: string, check: Check][] = [
  ['before the first answer it says what will appear', isEmptyAtFirst],
  ['the state of the page in front is told', tellsCountingState],
  ['before consent it says that nothing is counted, and where to decide', asksForConsent],
  ['damaged storage is spoken of until it was read', tellsOfStorage],
  ['budgets are told in words, not by colour alone', tellsBudgets],
  ['a failure says what still works, and trying again works', recoversFromFailure],
  ['tabs are worked with the keyboard', worksByKeyboard],
  ['the confidence word is explained on focus and on hover', explainsConfidence],
  ['colours and language are those of the browser', followsTheme],
  ['colours and language are others when they were chosen', takesChosenLook],
  ['the unit of the badge is saved', savesBadgeUnit],
];
