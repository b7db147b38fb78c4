// <gramme-meter> in applications of three frameworks, built with Vite from the packed package.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './hosts/page.ts';
import { newProject, type Project, root } from './hosts/project.ts';
import { sampleExchange } from './hosts/sample.ts';
import { expectedEstimates, LISTENING, linkPackages, openWidgetPage } from './hosts/widget.ts';

let project: Project;
let browser: Browser;
let expected: object[];

/** What the component shows first, and once it has heard of that. */
const [FIRST, SECOND] = [sampleExchange, { ...sampleExchange, outputTokens: 1000 }];
const { model, inputTokens, outputTokens } = FIRST;

const page = (script: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>host</title><div id="app"></div><script type="module" src="./${script}"></script>`;

before(async () => {
  project = newProject();
  browser = await openBrowser();
  linkPackages(project, 'react', 'react-dom', 'vue', '@vitejs', 'svelte', '@sveltejs');
  expected = await expectedEstimates(project, FIRST, SECOND);
});
after(async () => {
  await browser.close();
  project.remove();
});

/** Each hears of the first estimate by its own way to listen, and asks for another one by its own state. */
const FRAMEWORKS: Record<string, Record<string, string>> = {
  'React 19': {
    'index.html': page('app.js'),
    'app.js': `import './listen.js';
      import 'gramme/widget';
      import { createElement, useState } from 'react';
      import { createRoot } from 'react-dom/client';
      function App() {
        const [tokens, setTokens] = useState(${outputTokens});
        return createElement('gramme-meter', {
          form: 'card', model: '${model}', 'input-tokens': ${inputTokens}, outputTokens: tokens,
          'ongramme-estimate': () => setTokens(1000),
        });
      }
      createRoot(document.querySelector('#app')).render(createElement(App));`,
  },
  'Vue 3': {
    'index.html': page('app.js'),
    'vite.config.js': `import vue from '@vitejs/plugin-vue';
      const compilerOptions = { isCustomElement: (tag) => tag === 'gramme-meter' };
      export default { plugins: [vue({ template: { compilerOptions } })] };`,
    'app.js': `import './listen.js';
      import 'gramme/widget';
      import { createApp } from 'vue';
      import App from './App.vue';
      createApp(App).mount('#app');`,
    'App.vue': `<script setup>
      import { ref } from 'vue';
      const tokens = ref(${outputTokens});
      </script>
      <template>
        <gramme-meter form="card" model="${model}" :input-tokens="${inputTokens}" :outputTokens="tokens"
          @gramme-estimate="tokens = 1000" />
      </template>`,
  },
  'Svelte 5': {
    'index.html': page('app.js'),
    'vite.config.js': `import { svelte } from '@sveltejs/vite-plugin-svelte';
      export default { plugins: [svelte()] };`,
    'app.js': `import './listen.js';
      import 'gramme/widget';
      import { mount } from 'svelte';
      import App from './App.svelte';
      mount(App, { target: document.querySelector('#app') });`,
    'App.svelte': `<script>
      let tokens = $state(${outputTokens});
      </script>
      <gramme-meter form="card" model="${model}" input-tokens={${inputTokens}} outputTokens={tokens}
        ongramme-estimate={() => { tokens = 1000; }}></gramme-meter>`,
  },
};

for (const [name, files] of Object.entries(FRAMEWORKS)) {
  test(`${name}: attributes, properties and events work, under a strict policy`, async () => {
    const folder = name.replace(' ', '-').toLowerCase();
    const all = { ...files, 'listen.js': LISTENING };
    project.write(
      Object.fromEntries(Object.entries(all).map(([file, text]) => [`${folder}/${file}`, text])),
    );
    await project.run('node', join(root, 'node_modules/vite/bin/vite.js'), 'build', folder);
    const opened = await openWidgetPage(browser, join(project.folder, folder, 'dist'));
    const told = await opened.told(2);
    assert.deepEqual(
      told.slice(0, 2).map(({ detail }) => detail.estimate),
      expected,
    );
    assert.deepEqual(
      opened.requests.filter((url) => !url.startsWith(opened.origin)),
      [],
    );
    await opened.page.locator('gramme-meter .hero').waitFor();
    await opened.close();
  });
}

test('while a page is rendered on a server the import does nothing, nor does require', async () => {
  project.write({
    'server.mjs': `import * as widget from 'gramme/widget'; console.log(Object.keys(widget).length);`,
    'server.cjs': `console.log(Object.keys(require('gramme/widget')).length);`,
  });
  assert.equal(await project.run('node', 'server.mjs'), '0\n');
  assert.equal(await project.run('node', 'server.cjs'), '0\n');
});
