// The unpacked extension: dist/extension, ready for "Load unpacked".
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import { lookTokens } from './look-tokens.mjs';

const source = inRoot('extension');
const target = inRoot('dist/extension');

/** Those that models of ChatGPT and Claude are counted with; other encodings are estimated. */
const vocabularies = JSON.parse(readFileSync(`${source}/shared/vocabularies.json`, 'utf8'));

/** Pages by name, with the folder of their script. */
const PAGES = {
  popup: 'popup',
  options: 'options',
  welcome: 'onboarding',
  privacy: 'privacy',
  diagnostics: 'diagnostics',
  report: 'report',
};

const LANGUAGES = ['en', 'fr'];

/** Code that pages have in common, such as Lit, is written once. */
async function bundlePages(options) {
  const entryPoints = Object.fromEntries(
    Object.entries(PAGES).map(([name, folder]) => [name, `${source}/${folder}/main.ts`]),
  );
  const chunkNames = 'shared-[hash]';
  await build({ ...options, entryPoints, chunkNames, format: 'esm', splitting: true });
  const page = readFileSync(`${source}/parts/page.html`, 'utf8');
  for (const name of Object.keys(PAGES)) {
    writeFileSync(`${target}/${name}.html`, page.replaceAll('NAME', name));
  }
  cpSync(`${source}/parts/pages.css`, `${target}/pages.css`);
  cpSync(inRoot('web/look/tokens.css'), `${target}/tokens.css`);
}

/** What Chrome reads as one file: the extension's own sentences, and those it shares with other pages. */
export function messagesOf(language) {
  const read = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8'));
  return {
    ...read(`extension/_locales/${language}/messages.json`),
    ...read(`web/words/${language}.json`),
  };
}

function writeMessages() {
  for (const language of LANGUAGES) {
    const folder = `${target}/_locales/${language}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/messages.json`, JSON.stringify(messagesOf(language)));
  }
}

function writeManifest() {
  const manifest = JSON.parse(readFileSync(`${source}/manifest.json`, 'utf8'));
  manifest.version = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version;
  writeFileSync(`${target}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

export async function bundleExtension(shared) {
  mkdirSync(target, { recursive: true });
  const options = { ...shared, platform: 'browser', outdir: target, target: 'chrome116' };
  await build({
    ...options,
    format: 'esm',
    entryPoints: { background: `${source}/background/main.ts` },
  });
  await bundlePages(options);
  // Content scripts are no modules: the addresses that modules derive from their own are given.
  const define = { 'import.meta.url': 'location.href', ...(await lookTokens()) };
  await build({
    ...options,
    define,
    format: 'iife',
    entryPoints: { content: `${source}/content/main.ts` },
  });
  writeManifest();
  cpSync(`${source}/icons`, target, { recursive: true, filter: (file) => !file.endsWith('.svg') });
  writeMessages();
  cpSync(inRoot('build/wasm/src/wasm/gramme.wasm'), `${target}/gramme.wasm`);
  for (const file of ['LICENSE', 'NOTICE']) cpSync(inRoot(file), `${target}/${file}`);
  for (const file of vocabularies) {
    cpSync(inRoot(`build/vocabulary/${file}`), `${target}/vocabulary/${file}`);
  }
}
