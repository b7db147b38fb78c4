// <gramme-meter> of the packed package answers the golden estimates.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { differences, goldenPart, goldens } from '../../tools/golden/golden.ts';
import type { EstimateRequest } from '../../web/core/contracts.ts';
import { openBrowser } from './hosts/page.ts';
import { newProject, type Project } from './hosts/project.ts';
import { openWidgetPage, writePlainPage } from './hosts/widget.ts';

/** Attributes by what they ask. */
const ATTRIBUTES: Partial<Record<keyof EstimateRequest, string>> = {
  model: 'model',
  region: 'region',
  method: 'method',
  profile: 'profile',
  inputTokens: 'input-tokens',
  cachedInputTokens: 'cached-input-tokens',
  outputTokens: 'output-tokens',
};

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

/** As HTML; null where the element has no attribute for something that is asked. */
function cardOf(request: EstimateRequest): string | null {
  const written = Object.entries(request).map(([key, value]) => {
    const name = ATTRIBUTES[key as keyof EstimateRequest];
    return name === undefined || typeof value === 'object' ? null : `${name}="${value}"`;
  });
  if (written.includes(null)) return null;
  return `<gramme-meter form="card" ${written.join(' ')}></gramme-meter>`;
}

test('cards give the golden estimates', async () => {
  const asked = goldens().flatMap((golden) => {
    const card = cardOf(golden.request);
    return card === null ? [] : [{ ...golden, card }];
  });
  assert.ok(asked.length >= 10);
  const inner = asked.map(({ card }) => card).join('');
  const opened = await openWidgetPage(browser, writePlainPage(project, 'golden', inner));
  const told = await opened.told(asked.length);
  const given = told.map(({ detail }) => goldenPart(detail.estimate));
  for (const { name, answer } of asked) {
    // Events come in any order: each golden answer must be among them.
    assert.ok(
      given.some((estimate) => differences(answer, estimate).length === 0),
      name,
    );
  }
  await opened.close();
});
