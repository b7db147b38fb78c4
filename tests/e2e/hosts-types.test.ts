import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newProject, type Project, root } from './hosts/project.ts';

let project: Project;
const compiler = join(root, 'node_modules/typescript/bin/tsc');

const body = `
  const count: TokenCount = await gramme.count('x', { encoding: 'o200k_base' });
  const estimate = gramme.estimate({ model: 'gpt-4o', outputTokens: count.tokens });
  const low: number = estimate.energyWattHours.low;
  void low;`;

before(() => {
  project = newProject();
  project.write({
    'module.mts': `import { loadGramme, GrammeError, type TokenCount } from 'gramme';
      const gramme = await loadGramme(); ${body} void GrammeError;`,
    'common.cts': `import library = require('gramme'); import type { TokenCount } from 'gramme';
      export async function run() { const gramme = await library.loadGramme(); ${body} }`,
    'browser.mts': `import { loadGramme, type TokenCount } from 'gramme';
      const gramme = await loadGramme({ wasm: '/gramme.wasm', vocabularies: '/vocabulary/' }); ${body}`,
    'full.mts': `import { loadGramme, type TokenCount } from 'gramme/full';
      const gramme = await loadGramme({ config: [] }); ${body} const { stats } = gramme.totals([], { range: 'year', date: '2026' }); void stats.requests;`,
    'usage.mts': `import { loadGramme } from 'gramme';
      import { footprintOf, trackStream } from 'gramme/usage';
      const gramme = await loadGramme();
      async function* events(): AsyncGenerator<{ text: string }> { yield { text: 'x' }; }
      const stream = trackStream(gramme, events(), { region: 'fra', prompt: 'y' });
      for await (const { text } of stream) void text.length;
      const footprint = await stream.footprint;
      const grams: number | undefined = footprint.estimate?.gramsCo2e.central;
      void grams; void (await footprintOf(gramme, { usage: {} })).usage.inputTokens;`,
    'budget.mts': `import { loadGramme } from 'gramme';
      import { createBudget, memoryStore, withFootprint } from 'gramme/budget';
      const budget = createBudget({ gramme: await loadGramme(), budgets: '', store: memoryStore() });
      const admission = await budget.admit('translation', 'fr');
      await admission.done({ exchange: { model: 'gpt-5', outputTokens: 5 } });
      const verdict: 'allow' | 'warn' | 'throttle' = admission.verdict;
      void verdict; void withFootprint;`,
    'refused.cts': `import { GrammeError, loadGramme } from 'gramme';
      loadGramme().catch((error: unknown) => { const code: string = error instanceof GrammeError ? error.code : ''; void code; });`,
  });
});
after(() => project.remove());

async function compile(resolution: string, ...files: string[]): Promise<void> {
  const target = ['--strict', '--noEmit', '--target', 'es2022', '--moduleResolution', resolution];
  const isNode16 = resolution === 'node16';
  const format = ['--module', isNode16 ? resolution : 'esnext'];
  assert.equal(await project.run('node', compiler, ...target, ...format, ...files), '');
}

test('import and require are typed for Node', () =>
  compile('node16', 'module.mts', 'common.cts', 'refused.cts', 'full.mts', 'usage.mts'));

test('budgets are typed for Node, with the fetch types that Node has', () =>
  compile('node16', 'budget.mts'));

test('a project for Node alone needs no types of the browser', () => {
  const roots = join(root, 'node_modules/@types');
  const library = ['--lib', 'es2022', '--types', 'node', '--typeRoots', roots];
  return compile('node16', 'module.mts', 'common.cts', ...library);
});

test('TypeScript’s old way to resolve modules finds the types too', () => {
  project.write({
    'old.ts': `import { loadGramme, GrammeError, type TokenCount } from 'gramme/full';
      export async function run() { const gramme = await loadGramme(); ${body} void GrammeError; }`,
  });
  return compile('node10', 'old.ts');
});

test('a member that does not exist is refused', async () => {
  project.write({
    'wrong.mts': `import { loadGramme } from 'gramme';
      const gramme = await loadGramme(); void gramme.version().energyKilowattHours;`,
  });
  await assert.rejects(compile('node16', 'wrong.mts'), /TS2339/);
});

test('a bundled page is typed with the browser’s options', () =>
  compile('bundler', 'browser.mts', 'full.mts', 'usage.mts'));
