// The unpacked extension: dist/extension, ready for "Load unpacked".
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';

const source = inRoot('extension');
const target = inRoot('dist/extension');

/** Those that models of ChatGPT and Claude are counted with; other encodings are estimated. */
const vocabularies = JSON.parse(readFileSync(`${source}/shared/vocabularies.json`, 'utf8'));

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
  await build({ ...options, format: 'esm', entryPoints: { popup: `${source}/popup/main.ts` } });
  // Content scripts are no modules: the addresses that modules derive from their own are given.
  const define = { 'import.meta.url': 'location.href' };
  await build({
    ...options,
    define,
    format: 'iife',
    entryPoints: { content: `${source}/content/main.ts` },
  });
  writeManifest();
  cpSync(`${source}/icons`, target, { recursive: true, filter: (file) => !file.endsWith('.svg') });
  cpSync(`${source}/_locales`, `${target}/_locales`, { recursive: true });
  cpSync(`${source}/popup/popup.html`, `${target}/popup.html`);
  cpSync(inRoot('web/look/tokens.css'), `${target}/tokens.css`);
  cpSync(inRoot('build/wasm/src/wasm/gramme.wasm'), `${target}/gramme.wasm`);
  for (const file of ['LICENSE', 'NOTICE']) cpSync(inRoot(file), `${target}/${file}`);
  for (const file of vocabularies) {
    cpSync(inRoot(`build/vocabulary/${file}`), `${target}/vocabulary/${file}`);
  }
}
