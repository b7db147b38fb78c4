// gramme/usage of the packed package in a real browser, beside the core for pages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { answerOf, openBrowser, pageOf, showScript } from './hosts/page.ts';
import { newProject, type Project } from './hosts/project.ts';

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

test('a plain page weighs a stream by what it reports, and passes over what contradicts itself', async () => {
  const events = [
    { model: 'gpt-4o', choices: [{ delta: { content: 'Hello' } }] },
    { choices: [], usage: { prompt_tokens: 1, prompt_tokens_details: { cached_tokens: 9 } } },
    { choices: [], usage: { prompt_tokens: 20, completion_tokens: 10 } },
  ];
  project.write({
    'index.html': pageOf('/app.js'),
    'app.js': `import { loadGramme } from '/node_modules/gramme/dist/web.mjs';
      import { trackStream } from '/node_modules/gramme/dist/usage.mjs';
      async function* events() { yield* ${JSON.stringify(events)}; }
      ${showScript(`loadGramme().then(async (gramme) => {
        const stream = trackStream(gramme, events());
        for await (const _ of stream);
        const { model, inputTokens, outputTokens, warnings } = await stream.footprint;
        return { model, inputTokens, outputTokens, codes: warnings.map(({ code }) => code) };
      })`)}`,
  });
  assert.deepEqual(await answerOf(browser, project.folder), {
    model: 'gpt-4o',
    inputTokens: 20,
    outputTokens: 10,
    codes: ['contradictory_usage'],
  });
});
