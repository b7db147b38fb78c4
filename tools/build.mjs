// Builds everything users run: native tools, vocabularies, WASM, packages, extension.
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup/setup.mjs';
import { main, run } from './setup/steps.mjs';

const jobs = String(Math.max(1, cpus().length));
// Debian's compiler configuration names /usr/bin/node; the Node that runs this is the right one.
const wasmEnvironment = { ...process.env, EM_NODE_JS: process.execPath };

async function cmake(preset, targets, env = process.env) {
  await run(`Configuring ${preset}`, ['cmake', '--preset', preset], {
    name: `configure-${preset}`,
    env,
  });
  const build = ['cmake', '--build', '--preset', preset, '-j', jobs, '--target', ...targets];
  await run(`Compiling ${preset}`, build, { name: `build-${preset}`, env });
}

/** Native tools, and the data that they and scripts make for the build. */
export async function buildNative(targets = ['gramme_catalog', 'gramme_call', 'gramme_pack']) {
  await run('Generating the Unicode tables', ['node', 'tools/unicode/generate.mjs'], {
    name: 'unicode',
  });
  await cmake('native', targets);
  await run('Packing the vocabularies', ['node', 'tools/vocabulary/pack.mjs'], {
    name: 'vocabularies',
  });
}

export async function buildWasm(targets = ['gramme_wasm', 'gramme_full_wasm']) {
  await cmake('wasm', targets, wasmEnvironment);
}

export async function buildScripts() {
  await run('Bundling packages and extension', ['node', 'tools/bundle/bundle.mjs'], {
    name: 'bundle',
  });
}

export async function buildAll() {
  await buildNative();
  await buildWasm();
  await buildScripts();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await setUp();
    await buildAll();
  });
}
