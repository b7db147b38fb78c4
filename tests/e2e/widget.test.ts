// <gramme-meter> of the packed package on plain pages, in a real Chromium, under a strict policy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { GrammeMeter } from '../../web/widget/meter-contracts.ts';
import { openBrowser } from './hosts/page.ts';
import { newProject, type Project } from './hosts/project.ts';
import { sampleExchange, sampleText, sampleTokens } from './hosts/sample.ts';
import {
  attributesOf,
  expectedEstimates,
  openWidgetPage,
  type WidgetPage,
  writePlainPage,
} from './hosts/widget.ts';

let project: Project;
let browser: Browser;

before(async () => {
  project = newProject();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  project.remove();
});

const FORBIDDING = "script-src 'self'; object-src 'none'; base-uri 'none'";

let pages = 0;
/** A page of its own with that in it. */
const open = (inner: string, policy?: string): Promise<WidgetPage> =>
  openWidgetPage(
    browser,
    writePlainPage(project, `plain-${++pages}`, inner),
    policy === undefined ? {} : { policy },
  );

const namesOf = ({ requests }: WidgetPage) => requests.map((url) => url.split('/').at(-1) ?? '');
const meterOf = ({ page }: WidgetPage) => page.locator('gramme-meter').first();

test('an empty badge loads the element alone, and says that nothing was weighed', async () => {
  const opened = await open('<gramme-meter></gramme-meter>');
  const names = namesOf(opened).filter((name) => name.endsWith('.mjs'));
  assert.equal(names.length, 2);
  assert.equal(names[0], 'widget.mjs');
  assert.match(names[1] ?? '', /^widget-chunk-\w+\.mjs$/);
  assert.ok(!namesOf(opened).includes('gramme.wasm'));
  assert.match(
    (await meterOf(opened).locator('.badge').textContent()) ?? '',
    /No answer weighed yet/,
  );
  await opened.close();
});

test('a card shows the estimate of the core to the last bit, with the WASM loaded once', async () => {
  const card = `<gramme-meter ${attributesOf()}></gramme-meter>`;
  const opened = await open(card + card);
  const told = await opened.told(2);
  const [expected] = await expectedEstimates(project, sampleExchange);
  for (const { name, detail } of told) {
    assert.equal(name, 'gramme-estimate');
    assert.deepEqual(detail.estimate, expected);
    assert.deepEqual(detail.tokens, { input: 100, cachedInput: 0, output: 500 });
    assert.equal(detail.isFinal, true);
  }
  assert.equal(namesOf(opened).filter((name) => name === 'gramme.wasm').length, 1);
  assert.ok(!namesOf(opened).some((name) => name.endsWith('.gvoc')));
  assert.deepEqual(
    opened.requests.filter((url) => !url.startsWith(opened.origin)),
    [],
  );
  await opened.close();
});

test('attributes that change are weighed anew; a badge leaves them alone', async () => {
  const opened = await open(`<gramme-meter ${attributesOf()}></gramme-meter>`);
  await opened.told(1);
  await meterOf(opened).evaluate((meter) => {
    meter.setAttribute('region', 'fra');
    meter.setAttribute('output-tokens', '1000');
  });
  const [, second] = await opened.told(2);
  const changed = { ...sampleExchange, region: 'fra', outputTokens: 1000 };
  const [expected] = await expectedEstimates(project, changed);
  assert.deepEqual(second?.detail.estimate, expected);
  await meterOf(opened).evaluate((meter: GrammeMeter) => {
    meter.form = 'badge';
    meter.region = 'usa';
  });
  await opened.page.waitForTimeout(600);
  assert.equal((await opened.told(2)).length, 2);
  await opened.close();
});

test('texts are counted when they come as properties, at most four times a second', async () => {
  const opened = await open('<gramme-meter form="meter" model="gpt-4o"></gramme-meter>');
  await meterOf(opened).evaluate((meter: GrammeMeter, text) => {
    meter.prompt = text;
    meter.answer = text;
  }, sampleText);
  const [first] = await opened.told(1);
  assert.deepEqual(first?.detail.tokens, {
    input: sampleTokens,
    cachedInput: 0,
    output: sampleTokens,
  });
  assert.equal(namesOf(opened).filter((name) => name.endsWith('.gvoc')).length, 1);
  const before = (await opened.told(1)).length;
  for (let part = 0; part < 20; part++) {
    await meterOf(opened).evaluate((meter: GrammeMeter) => {
      meter.answer = `${meter.answer} word`;
    });
    await opened.page.waitForTimeout(50);
  }
  await opened.page.waitForTimeout(500);
  const told = await opened.told(before + 2);
  assert.ok(told.length - before <= 8, `${told.length - before} events in about a second`);
  assert.equal(told.at(-1)?.detail.tokens.output, sampleTokens + 20);
  await opened.close();
});

test('where WebAssembly is forbidden it says so, shows no figure and loads no core', async () => {
  const opened = await open(`<gramme-meter ${attributesOf()}></gramme-meter>`, FORBIDDING);
  const [told] = await opened.told(1);
  assert.equal(told?.name, 'gramme-error');
  assert.equal(told?.detail.code, 'wasm_forbidden');
  const shown = (await meterOf(opened).locator('.failure').textContent()) ?? '';
  assert.match(shown, /does not allow WebAssembly.*'wasm-unsafe-eval'/);
  assert.doesNotMatch(shown, /CO₂e|Wh/);
  assert.ok(!namesOf(opened).some((name) => name === 'gramme.wasm' || name === 'web.mjs'));
  await opened.close();
});

for (const [what, attributes, code, words] of [
  ['a missing core', 'wasm="/nowhere.wasm"', 'file_unreachable', /nowhere\.wasm answered 404/],
  ['an unknown region', 'region="atlantis"', 'unknown_region', /no such region/],
  ['an unknown method', 'method="guess"', 'unknown_method', /no such method/],
  ['no number', 'cached-input-tokens="many"', 'invalid_type', /Not weighed: .*\(invalid_type\)/],
] as const) {
  test(`${what} is told of in words and by its code`, async () => {
    const opened = await open(`<gramme-meter ${attributesOf(attributes)}></gramme-meter>`);
    const [told] = await opened.told(1);
    assert.equal(told?.name, 'gramme-error');
    assert.equal(told?.detail.code, code);
    assert.match((await meterOf(opened).locator('.failure').textContent()) ?? '', words);
    await opened.close();
  });
}

test('what failed is tried again, and its failure forgotten', async () => {
  const opened = await open(`<gramme-meter ${attributesOf('wasm="/no.wasm"')}></gramme-meter>`);
  await opened.told(1);
  await meterOf(opened).evaluate((meter) => meter.removeAttribute('wasm'));
  const [, second] = await opened.told(2);
  assert.equal(second?.name, 'gramme-estimate');
  await meterOf(opened).locator('.hero').waitFor();
  assert.equal(await meterOf(opened).locator('.failure').count(), 0);
  await opened.close();
});

test('each element speaks the language around it, or the one chosen', async () => {
  const opened = await open(
    `<gramme-meter ${attributesOf()}></gramme-meter>
     <div lang="fr-CA"><gramme-meter ${attributesOf()}></gramme-meter></div>
     <gramme-meter ${attributesOf('language="fr" theme="dark"')}></gramme-meter>`,
  );
  await opened.told(3);
  const summaries = opened.page.locator('gramme-meter summary');
  await opened.page.waitForTimeout(300);
  assert.deepEqual(
    (await summaries.allTextContents()).map((line) => line.trim()),
    ['How it was worked out', 'Détail du calcul', 'Détail du calcul'],
  );
  const dark = await opened.page.locator('gramme-meter').last().getAttribute('data-theme');
  assert.equal(dark, 'dark');
  await opened.close();
});
