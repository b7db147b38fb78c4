import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import type { Browser } from 'playwright-core';
import { nativeEngine } from '../../tools/conformance/engines.ts';
import { answerOf, openBrowser, pageOf, showScript } from './hosts/page.ts';
import { newProject, type Project, packedPackage, root } from './hosts/project.ts';
import { type Answer, sampleExchange, sampleText, sampleTokens } from './hosts/sample.ts';

let project: Project;
let browser: Browser;
/** What Node answers; every other host must answer the same, to the last bit. */
let expected: Answer;

const print = 'console.log(JSON.stringify(await probe(loadGramme)));';
const copied = 'node_modules/gramme/dist';
/** The options of an application whose build leaves the vocabularies where it is told. */
const beside = "{ vocabularies: new URL('/vocabulary/', location.href) }";

before(async () => {
  project = newProject();
  browser = await openBrowser();
  project.write({
    'esm.mjs': `import { loadGramme } from 'gramme'; import { probe } from './probe.mjs'; ${print}`,
  });
  expected = JSON.parse(await project.run('node', 'esm.mjs')) as Answer;
});
after(async () => {
  await browser.close();
  project.remove();
});

async function fromNode(file: string): Promise<void> {
  assert.deepEqual(JSON.parse(await project.run('node', file)), expected);
}

/** Puts the modules, the WASM and the vocabularies into a folder as they are. */
function copyPackage(folder: string): void {
  cpSync(join(project.folder, copied), join(project.folder, folder, 'gramme'), { recursive: true });
  cpSync(join(project.folder, 'probe.mjs'), join(project.folder, folder, 'probe.mjs'));
}

const moduleImports = `import { loadGramme } from '/gramme/web.mjs'; import { probe } from '/probe.mjs';`;

test('Node counts the sample exactly, as an independent tokenizer does', () => {
  assert.equal(sampleTokens, encode(sampleText).length);
  assert.equal(expected.tokens, sampleTokens);
  assert.equal(expected.kind, 'exact');
  const { low, central, high } = expected.energyWattHours;
  assert.ok(low > 0 && low <= central && central <= high);
});

test('Node gives the estimate of the native core', async () => {
  const [answer] = await nativeEngine().answer([{ call: 'estimate', request: sampleExchange }]);
  assert.ok(answer?.ok);
  const native = answer.value as Answer;
  for (const figure of ['energyWattHours', 'gramsCo2e'] as const) {
    for (const end of ['low', 'central', 'high'] as const) {
      const [value, other] = [expected[figure][end], native[figure][end]];
      assert.ok(Math.abs(value - other) <= other * 1e-12, `${figure}.${end}: ${value} ${other}`);
    }
  }
});

test('require() gives CommonJS the same answer', async () => {
  project.write({
    'common.cjs': `const { loadGramme } = require('gramme');
      import('./probe.mjs').then(async ({ probe }) => { ${print} });`,
  });
  await fromNode('common.cjs');
});

test('a refusal is an error of the package’s own class, for import and for require', async () => {
  const refused = `const gramme = await loadGramme();
    try { gramme.estimate({ model: 'gpt-4o', outputTokens: -1 }); }
    catch (error) { console.log(error instanceof GrammeError, error.code); }`;
  project.write({
    'refused.mjs': `import { GrammeError, loadGramme } from 'gramme'; ${refused}`,
    'refused.cjs': `const { GrammeError, loadGramme } = require('gramme'); (async () => { ${refused} })();`,
    'both.mjs': `import { GrammeError } from 'gramme'; import { loadGramme } from 'gramme/full'; ${refused}`,
  });
  for (const file of ['refused.mjs', 'refused.cjs', 'both.mjs']) {
    assert.equal(await project.run('node', file), 'true out_of_range\n', file);
  }
});

for (const [how, ...command] of [
  ['by its name in node_modules/.bin', 'node_modules/.bin/gramme'],
  ['by npx', 'npx', '--offline', 'gramme'],
] as const) {
  test(`the command, run ${how}, gives the same count and the same estimate`, async () => {
    project.write({ 'sample.txt': sampleText });
    const [program, ...first] = command;
    const json = async (...args: string[]) =>
      JSON.parse(await project.run(program, ...first, ...args, '--json')) as Answer;
    assert.equal((await json('count', 'sample.txt')).tokens, expected.tokens);
    const { model, inputTokens, outputTokens } = sampleExchange;
    const tokens = ['--in-tokens', String(inputTokens), '--out-tokens', String(outputTokens)];
    const { energyWattHours, gramsCo2e } = await json('estimate', '--model', model, ...tokens);
    const { energyWattHours: energy, gramsCo2e: carbon } = expected;
    assert.deepEqual(
      { energyWattHours, gramsCo2e },
      { energyWattHours: energy, gramsCo2e: carbon },
    );
  });
}

test('installed for everybody, the command is found and has its manual', async () => {
  const { file } = packedPackage();
  const prefix = join(project.folder, 'global');
  await project.run('npm', 'install', '--offline', '--global', '--prefix', prefix, file);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  assert.equal(await project.run(join(prefix, 'bin/gramme'), '--version'), `${version}\n`);
  const page = readFileSync(join(prefix, 'share/man/man1/gramme.1'), 'utf8');
  assert.match(page, /^\.TH GRAMME 1 /);
});

test('a worker thread gives the same answer', async () => {
  project.write({
    'threads.mjs': `import { Worker } from 'node:worker_threads';
      new Worker(new URL('./thread.mjs', import.meta.url)).on('message', (answer) => console.log(JSON.stringify(answer)));`,
    'thread.mjs': `import { parentPort } from 'node:worker_threads'; import { loadGramme } from 'gramme';
      import { probe } from './probe.mjs'; parentPort.postMessage(await probe(loadGramme));`,
  });
  await fromNode('threads.mjs');
});

for (const [what, wasmType] of [
  ['the right type', 'application/wasm'],
  ['a wrong type', 'text/plain'],
] as const) {
  test(`a plain page gives the same answer when the server sends ${what} for .wasm`, async () => {
    copyPackage('plain');
    project.write({
      'plain/index.html': pageOf('/app.js'),
      'plain/app.js': `${moduleImports}${showScript('probe(loadGramme)')}`,
    });
    const folder = join(project.folder, 'plain');
    assert.deepEqual(await answerOf(browser, folder, { wasmType }), expected);
  });
}

test('a plain page gives the same answer with the full core, and sums many exchanges up', async () => {
  copyPackage('full');
  const sum = `gramme.totals(Array(100).fill(${JSON.stringify(sampleExchange)}), { range: 'year', date: '2026' })`;
  project.write({
    'full/index.html': pageOf('/app.js'),
    'full/app.js': `import { loadGramme } from '/gramme/web-full.mjs'; import { probe } from '/probe.mjs';
      ${showScript(`loadGramme().then(async (gramme) => ({
        ...(await probe(loadGramme)), requests: ${sum}.stats.requests,
      }))`)}`,
  });
  const answer = await answerOf(browser, join(project.folder, 'full'));
  assert.deepEqual(answer, { ...expected, requests: 100 });
});

test('a module worker of a page gives the same answer', async () => {
  copyPackage('worker');
  project.write({
    'worker/index.html': pageOf('/app.js'),
    'worker/app.js': showScript(`new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
    })`),
    'worker/worker.js': `${moduleImports} postMessage(await probe(loadGramme));`,
  });
  assert.deepEqual(await answerOf(browser, join(project.folder, 'worker')), expected);
});

test('a service worker of a page gives the same answer', async () => {
  copyPackage('service');
  project.write({
    'service/index.html': pageOf('/app.js'),
    'service/app.js': showScript(`new Promise((resolve, reject) => {
      const container = navigator.serviceWorker;
      container.onmessage = ({ data }) => resolve(data);
      container.register('/service.js', { type: 'module' }).catch(reject);
      container.ready.then(({ active }) => active.postMessage('count'), reject);
      container.startMessages();
    })`),
    'service/service.js': `${moduleImports}
      addEventListener('message', (event) => {
        event.waitUntil(probe(loadGramme).then((answer) => event.source.postMessage(answer)));
      });`,
  });
  assert.deepEqual(await answerOf(browser, join(project.folder, 'service')), expected);
});

const application = `import { loadGramme } from 'gramme'; import { probe } from '../probe.mjs';`;

test('a Vite build gives the same answer, with the WASM emitted once', async () => {
  project.write({
    'vite/index.html': pageOf('./app.js'),
    'vite/app.js': `${application}${showScript(`probe(loadGramme, ${beside})`)}`,
  });
  cpSync(
    join(project.folder, copied, 'vocabulary'),
    join(project.folder, 'vite/public/vocabulary'),
    {
      recursive: true,
    },
  );
  await project.run('node', join(root, 'node_modules/vite/bin/vite.js'), 'build', 'vite');
  const folder = join(project.folder, 'vite/dist');
  assert.equal(
    readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.wasm')).length,
    1,
  );
  assert.deepEqual(await answerOf(browser, folder), expected);
});

test('an esbuild bundle gives the same answer with the WASM and vocabularies beside it', async () => {
  project.write({
    'esbuild/index.html': pageOf('./app.js'),
    'esbuild/source.js': `${application}${showScript('probe(loadGramme)')}`,
  });
  const folder = join(project.folder, 'esbuild');
  const options = ['--bundle', '--format=esm', '--minify', '--outfile=esbuild/app.js'];
  await project.run(join(root, 'node_modules/.bin/esbuild'), 'esbuild/source.js', ...options);
  for (const name of ['gramme.wasm', 'vocabulary']) {
    cpSync(join(project.folder, copied, name), join(folder, name), { recursive: true });
  }
  assert.deepEqual(await answerOf(browser, folder), expected);
});
