// The types of <gramme-meter>: alone, and with those of three frameworks, as docs/widget.md says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newProject, type Project, root } from './hosts/project.ts';
import { linkPackages } from './hosts/widget.ts';

let project: Project;
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** The declarations that the guide gives for each framework. */
const guide = readFileSync(join(root, 'docs/widget.md'), 'utf8');
const declarations = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const declarationOf = (framework: string) =>
  declarations.find((text) => text.includes(`declare module '${framework}'`)) ?? '';

before(() => {
  project = newProject();
  linkPackages(project, 'react', '@types', 'csstype', 'vue', '@vue', 'svelte');
  project.write({
    'plain.ts': `import 'gramme/widget';
      import type { EstimateDetail } from 'gramme/widget';
      const meter = document.createElement('gramme-meter');
      meter.form = 'card';
      meter.outputTokens = { low: 1, central: 2, high: 3 };
      meter.addEventListener('gramme-estimate', ({ detail }) => {
        const high: number = detail.estimate.gramsCo2e.high; void high;
      });
      meter.addEventListener('gramme-error', ({ detail }) => { const code: string = detail.code; void code; });
      async function* events(): AsyncGenerator<{ text: string }> { yield { text: 'x' }; }
      for await (const { text } of meter.track(events(), { prompt: 'y', region: 'fra' })) void text.length;
      const later: Promise<{ id: number }> = meter.track(Promise.resolve({ id: 1 }));
      const last: EstimateDetail | null = meter.estimate;
      void later; void last;`,
    'wrong.ts': `import 'gramme/widget'; document.createElement('gramme-meter').form = 'gauge';`,
    'react.ts': declarationOf('react'),
    'react-app.tsx': `import type {} from './react.ts';
      export const card = (tokens: number) => <gramme-meter className="x" form="card" outputTokens={tokens}
        input-tokens="12" ongramme-estimate={({ detail }) => void detail.estimate.energyWattHours.low} />;`,
    'react-wrong.tsx': `import type {} from './react.ts';
      export const card = <gramme-meter form="gauge" />;`,
    'vue.ts': declarationOf('vue'),
    'vue-app.ts': `import type {} from './vue.ts';
      import type { GlobalComponents } from 'vue';
      type Props = InstanceType<GlobalComponents['gramme-meter']>['$props'];
      export const props: Props = { form: 'card', outputTokens: 5 };
      // What is no form is refused.
      export const isForm: 'gauge' extends NonNullable<Props['form']> ? true : false = false;`,
    'svelte.ts': declarationOf('svelte/elements'),
    'svelte-app.ts': `import type {} from './svelte.ts';
      import type { SvelteHTMLElements } from 'svelte/elements';
      export const props: SvelteHTMLElements['gramme-meter'] = {
        class: 'x', form: 'card', outputTokens: 5, 'ongramme-estimate': ({ detail }) => void detail.isFinal,
      };`,
  });
});
after(() => project.remove());

const OPTIONS = [
  ...['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--allowImportingTsExtensions'],
  ...['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'],
  ...['--jsx', 'react-jsx', '--types', 'react'],
];

/** The package's own declarations are judged too; those of frameworks are not ours. */
const compile = (file: string, ...more: string[]) =>
  project.run('node', compiler, ...OPTIONS, ...more, file);

test('the element, its events and `track` are typed by the import alone', async () => {
  assert.equal(await compile('plain.ts'), '');
});

test('a form that does not exist is refused', async () => {
  await assert.rejects(compile('wrong.ts'), /TS2322/);
  await assert.rejects(compile('react-wrong.tsx', '--skipLibCheck'), /TS2322/);
});

for (const framework of ['react-app.tsx', 'vue-app.ts', 'svelte-app.ts']) {
  test(`the declaration of the guide types ${framework}`, async () => {
    assert.equal(await compile(framework, '--skipLibCheck'), '');
  });
}
