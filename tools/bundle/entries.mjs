// The package's addresses, in one table, and what follows from it: file names and package.json.
import { basename } from 'node:path';

/**
 * What `import 'gramme…'` finds. `node` is the source for Node, `web` the one for pages, workers and
 * bundlers; an entry without `web` is the same everywhere. Sources lie under web/.
 */
export const ENTRIES = [
  { address: '.', node: 'web/core/node.ts', web: 'web/core/web.ts' },
  { address: './full', node: 'web/core/node.ts', web: 'web/core/web-full.ts' },
  { address: './widget', node: 'web/widget/widget-node.ts', web: 'web/widget/widget.ts' },
  { address: './usage', node: 'web/usage/usage.ts' },
  { address: './budget', node: 'web/server/budget.ts' },
  { address: './fastify', node: 'web/server/fastify.ts' },
  { address: './prometheus', node: 'web/server/prometheus.ts' },
];

/** Files of dist/ that applications copy or address as they are. */
export const FILES = ['gramme.wasm', 'gramme-full.wasm', 'vocabulary/*'];

/** A bundle's name: that of its source. */
export const nameOf = (source) => basename(source, '.ts');

const once = (sources) => [...new Set(sources.filter((source) => source !== undefined))];

export const nodeSources = once(ENTRIES.map(({ node }) => node));
export const webSources = once(ENTRIES.map(({ web }) => web));

const typesOf = (source, ending) =>
  `./dist/types/${source.replace(/^web\//, '').replace(/\.ts$/, ending)}`;

/** Types stand first: TypeScript takes the first condition that it knows. */
function nodeConditions(source) {
  return {
    import: { types: typesOf(source, '.d.ts'), default: `./dist/${nameOf(source)}.mjs` },
    require: { types: typesOf(source, '.d.cts'), default: `./dist/${nameOf(source)}.cjs` },
  };
}

function conditionsOf({ node, web }) {
  if (web === undefined) return nodeConditions(node);
  const outside = { types: typesOf(web, '.d.ts'), default: `./dist/${nameOf(web)}.mjs` };
  return { node: nodeConditions(node), browser: outside, default: outside };
}

/** The members of package.json that say where the entries are; `npm run exports` writes them. */
export function publishedMembers() {
  const [first, ...others] = ENTRIES;
  const inPackage = (address) => address.replace('./', '');
  return {
    main: `./dist/${nameOf(first.node)}.cjs`,
    types: typesOf(first.node, '.d.ts'),
    exports: {
      ...Object.fromEntries(ENTRIES.map((entry) => [entry.address, conditionsOf(entry)])),
      ...Object.fromEntries(FILES.map((file) => [`./${file}`, `./dist/${file}`])),
      './package.json': './package.json',
    },
    // For TypeScript's old "node" resolution, which does not know `exports`.
    typesVersions: {
      '*': Object.fromEntries(
        others.map(({ address, node }) => [inPackage(address), [typesOf(node, '.d.ts')]]),
      ),
    },
  };
}
