// Names that are markup, scripts or formulas, wherever pages show a name: they are text, and no more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { localDate } from '../../extension/shared/dates.ts';
import type { ExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import type { Period, StoredDay } from '../../web/core/contracts.ts';
import { fileOf, sealedDay } from '../fuzz/messages/import-texts.ts';
import { MARK, shownPayloads } from '../fuzz/messages/payloads.ts';
import { gramme, withBrowser } from './support.ts';

const today = localDate(Date.now());

/** What a page must not do: policy reports, dialogs, errors, requests. */
interface Watched {
  page: Page;
  complaints: string[];
}

async function openWatched(browser: ExtensionBrowser, name: string): Promise<Watched> {
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('chrome-extension://')) complaints.push(request.url());
  });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      console.error(`policy: ${violatedDirective}`);
    });
  });
  await page.goto(`chrome-extension://${browser.extensionId}/${name}`);
  return { page, complaints };
}

/** All text of a page, through every shadow root. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document.body];
    let text = '';
    for (const root of roots) {
      for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot !== null) roots.push(node.shadowRoot);
      }
      text += (root as Element | ShadowRoot).textContent ?? '';
    }
    return text;
  });
}

/** Elements and attributes that only a payload could have made. */
function madeOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const odd = 'iframe, script:not([src]), img, math, object, embed, a[href^=javascript]';
    const roots: ParentNode[] = [document];
    const found: Element[] = [];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
        const hasHandler = element.getAttributeNames().some((name) => name.startsWith('on'));
        if (hasHandler || element.matches(odd)) found.push(element);
      }
    }
    return found.map((element) => element.outerHTML.slice(0, 200));
  });
}

async function waitForText({ page, complaints }: Watched, expected: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await textOf(page)).includes(expected)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`not shown: ${JSON.stringify(expected)} ${complaints.join('; ')}`);
}

/** A ledger whose only model and site of today are called so, with checksums that are right. */
function ledgerOf(name: string): Record<string, unknown> {
  // A site is never called like a member; a model is what its label says.
  const other = name in {} ? 'chatgpt' : name;
  const row = { modelId: name, site: other, region: other, methodology: other };
  const sealed = sealedDay({ row });
  assert.ok(sealed !== null);
  const period: Period = gramme.rollUp({ range: 'day', date: sealed.date, parts: [sealed] });
  const moved = { ...period, date: today };
  const day: StoredDay = gramme.adopt({ period: moved, zone: '', device: 'here' });
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  const ofMonth = gramme.derive({ range: 'month', date: month, parts: [day] });
  const ofYear = gramme.derive({ range: 'year', date: year, parts: [ofMonth] });
  return { [`day:${today}`]: day, [`month:${month}`]: ofMonth, [`year:${year}`]: ofYear };
}

async function show(browser: ExtensionBrowser, pageName: string, expected: string) {
  const watched = await openWatched(browser, pageName);
  await waitForText(watched, expected);
  const made = await madeOf(watched.page);
  await watched.page.close();
  assert.deepEqual(made, [], `${pageName}: ${expected}`);
  assert.deepEqual(watched.complaints, [], `${pageName}: ${expected}`);
}

for (const pageName of ['popup.html', 'report.html']) {
  test(`${pageName} shows names of models and sites as text, whatever they are`, async () => {
    await withBrowser(async (browser) => {
      const worker = await browser.worker();
      for (const name of [...shownPayloads, 'constructor', 'toString']) {
        await worker.evaluate((items) => chrome.storage.local.set(items), ledgerOf(name));
        await show(browser, pageName, name);
      }
    });
  });
}

test('options.html shows what is wrong with a file as text, whatever stands in it', async () => {
  await withBrowser(async (browser) => {
    const watched = await openWatched(browser, 'options.html');
    const { page, complaints } = watched;
    const before = await browser.storage();
    for (const text of shownPayloads) {
      const days = [
        { date: text },
        { date: text, parts: text },
        sealedDay({ row: { site: text } }),
      ];
      const buffer = Buffer.from(fileOf(...days, text));
      const file = { name: `${MARK}.json`, mimeType: 'application/json', buffer };
      await page.locator('import-file input[type=file]').setInputFiles(file);
      await waitForText(watched, `${text.slice(0, 10)}: `);
    }
    assert.deepEqual(await madeOf(page), []);
    assert.deepEqual(complaints, []);
    assert.deepEqual(await browser.storage(), before);
  });
});

test('markup that a page of the extension would set is refused and reported', async () => {
  await withBrowser(async (browser) => {
    const { page, complaints } = await openWatched(browser, 'privacy.html');
    const refusal = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
        return 'set';
      } catch (error) {
        return (error as Error).name;
      }
    });
    await page.waitForTimeout(200);
    assert.equal(refusal, 'TypeError');
    const expected = /policy: require-trusted-types-for/;
    assert.ok(
      complaints.some((complaint) => expected.test(complaint)),
      complaints.join(),
    );
  });
});
