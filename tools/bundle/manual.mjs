// The manual page, written by the program that it describes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import { commandOptions } from './package.mjs';
import { shared } from './shared.mjs';

const bundle = inRoot('build/manual/manual.mjs');

/** The program as it is built, and what writes its manual. */
export async function loadManual() {
  const entryPoints = [inRoot('tools/manual/entry.ts')];
  await build({ ...shared, ...commandOptions, entryPoints, format: 'esm', outfile: bundle });
  return import(pathToFileURL(bundle).href);
}

export async function writeManual() {
  const { buildProgram, manualOf } = await loadManual();
  const folder = inRoot('dist/man');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/gramme.1`, manualOf(await buildProgram()));
}
