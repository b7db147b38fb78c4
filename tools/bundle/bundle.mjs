// Bundles the package (dist/), the unpacked extension (dist/extension/) and the web app (dist/app/).
import { mkdirSync, rmSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { bundleApp } from './app.mjs';
import { bundleExtension } from './extension.mjs';
import { writeManual } from './manual.mjs';
import { bundlePackage } from './package.mjs';
import { shared } from './shared.mjs';
import { writeTypes } from './types.mjs';

rmSync(inRoot('dist'), { recursive: true, force: true });
mkdirSync(inRoot('dist'), { recursive: true });
await bundlePackage(shared);
writeTypes();
await writeManual();
await bundleExtension(shared);
await bundleApp(shared);
