// The web app: dist/app, static files for any host and any path.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { build as esbuild } from 'esbuild';
import { build } from 'vite';
import { inRoot } from '../setup/paths.mjs';

const source = inRoot('web/app');
export const appFolder = inRoot('dist/app');
const wasm = inRoot('build/wasm/src/wasm');
const vocabularies = inRoot('build/vocabulary');

const HASH_DIGITS = 8;

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, HASH_DIGITS);
};

/** Changes with what is in it, so that browsers may keep its files for ever. */
const vocabularyFolder = () => {
  const files = readdirSync(vocabularies).sort();
  return `vocabulary-${hashOf(...files.map((file) => `${vocabularies}/${file}`))}`;
};

/** Vite's own names carry a hash of the content; others are told apart by their revision. */
const NAMED_BY_CONTENT = /^assets\/.*-[\w-]{8}\.\w+$/;

/** What opens and computes offline: everything but vocabularies, which are kept when they are used. */
function precached() {
  return readdirSync(appFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('/vocabulary-'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((file) => {
      const url = file.slice(appFolder.length + 1);
      return { url, revision: NAMED_BY_CONTENT.test(url) ? null : hashOf(file) };
    });
}

async function bundlePages(folder) {
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    define: { VOCABULARIES: JSON.stringify(`../${folder}/`) },
    resolve: {
      alias: [
        { find: '#glue-full', replacement: `${wasm}/gramme-full.mjs` },
        { find: '#glue', replacement: `${wasm}/gramme.mjs` },
        { find: '#wasm-full?url', replacement: `${wasm}/gramme-full.wasm?url` },
        { find: '#wasm?url', replacement: `${wasm}/gramme.wasm?url` },
      ],
    },
    worker: { format: 'es' },
    build: {
      outDir: appFolder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
}

export async function bundleApp(shared) {
  const folder = vocabularyFolder();
  await bundlePages(folder);
  cpSync(vocabularies, `${appFolder}/${folder}`, { recursive: true });
  for (const icon of ['icon-32.png', 'icon-128.png', 'icon.svg']) {
    cpSync(inRoot(`extension/icons/${icon}`), `${appFolder}/${icon}`);
  }
  for (const file of ['LICENSE', 'NOTICE']) cpSync(inRoot(file), `${appFolder}/${file}`);
  await esbuild({
    ...shared,
    define: {
      PRECACHED: JSON.stringify(precached()),
      VOCABULARY_FOLDER: JSON.stringify(folder),
      'process.env.NODE_ENV': '"production"',
    },
    entryPoints: { 'service-worker': `${source}/service-worker.ts` },
    format: 'iife',
    platform: 'browser',
    outdir: appFolder,
  });
}
