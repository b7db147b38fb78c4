// Brings a bare machine to where the project builds: system packages, npm packages, sources.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installNodePackages } from './node-packages.mjs';
import { inRoot } from './paths.mjs';
import { main } from './steps.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { fetchYamlSource } from './yaml-source.mjs';

export async function setUp() {
  mkdirSync(inRoot('build'), { recursive: true });
  await installSystemPackages();
  await installNodePackages();
  await fetchYamlSource();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(setUp);
