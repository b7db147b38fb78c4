// The package: dist/ without the extension.
import { cpSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import { nameOf, nodeSources, webSources } from './entries.mjs';
import { lookTokens } from './look-tokens.mjs';
import { siblings } from './siblings.mjs';

const dist = inRoot('dist');

/** What applications bring themselves. */
const PEERS = ['fastify', 'prom-client'];

const entryPoints = (sources) =>
  Object.fromEntries(sources.map((source) => [nameOf(source), inRoot(source)]));

/** The element's first load is small: what it weighs and shows figures with comes when it is needed. */
async function partsOf(source) {
  if (source !== 'web/widget/widget.ts') return {};
  return { splitting: true, chunkNames: 'widget-[name]-[hash]', define: await lookTokens() };
}

/** A page loads an entry as one file: no shared parts to wait for. */
async function bundleForWeb(modules) {
  for (const source of webSources) {
    const others = webSources.filter((other) => other !== source);
    await build({
      ...modules,
      ...(await partsOf(source)),
      entryPoints: entryPoints([source]),
      platform: 'browser',
      plugins: [siblings(others, '.mjs')],
    });
  }
}

/** What several entries need is written once; beside them, because the core looks there for its files. */
async function bundleForNode(modules) {
  await build({
    ...modules,
    entryPoints: entryPoints(nodeSources),
    platform: 'node',
    external: PEERS,
    splitting: true,
    chunkNames: 'shared-[hash]',
  });
}

/** The same entries for `require`. */
async function bundleForRequire(shared) {
  for (const source of nodeSources) {
    const others = nodeSources.filter((other) => other !== source);
    await build({
      ...shared,
      entryPoints: entryPoints([source]),
      outdir: dist,
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      platform: 'node',
      external: PEERS,
      plugins: [siblings(others, '.cjs')],
      define: { 'import.meta.url': 'ownAddress' },
      banner: { js: "const ownAddress=require('node:url').pathToFileURL(__filename).href;" },
    });
  }
}

/** What bundles the command, also where its manual is written from it. */
export const commandOptions = {
  platform: 'node',
  // The look of reports stands in them.
  loader: { '.css': 'text' },
  // commander is CommonJS and asks for Node's modules through `require`.
  banner: {
    js: "import { createRequire as ownRequire } from 'node:module';const require = ownRequire(import.meta.url);",
  },
};

/** Each subcommand is a part of its own, so that a call loads only what it needs. */
async function bundleCommand(modules) {
  await build({
    ...modules,
    ...commandOptions,
    splitting: true,
    chunkNames: 'command-[name]-[hash]',
    entryPoints: { cli: inRoot('cli/main.ts') },
    plugins: [siblings(nodeSources, '.mjs')],
  });
}

export async function bundlePackage(shared) {
  const modules = { ...shared, format: 'esm', outdir: dist, outExtension: { '.js': '.mjs' } };
  await bundleForWeb(modules);
  await bundleForNode(modules);
  await bundleForRequire(shared);
  await bundleCommand(modules);
  for (const file of ['gramme.wasm', 'gramme-full.wasm'])
    cpSync(inRoot(`build/wasm/src/wasm/${file}`), `${dist}/${file}`);
  cpSync(inRoot('build/vocabulary'), `${dist}/vocabulary`, { recursive: true });
}
