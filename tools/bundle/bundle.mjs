// Bundles the package (dist/) and the unpacked extension (dist/extension/) from TypeScript.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import { bundleExtension } from './extension.mjs';

const dist = inRoot('dist');

/** What every bundle shares: the WASM build's glue is imported as '#glue'. */
export const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  alias: { '#glue': inRoot('build/wasm/src/wasm/gramme.mjs') },
};

async function bundlePackage() {
  const modules = { ...shared, format: 'esm', outdir: dist, outExtension: { '.js': '.mjs' } };
  await build({ ...modules, entryPoints: [inRoot('web/core/web.ts')], platform: 'browser' });
  await build({ ...modules, entryPoints: [inRoot('web/core/node.ts')], platform: 'node' });
  await build({
    ...modules,
    entryPoints: { cli: inRoot('cli/main.ts') },
    platform: 'node',
    // commander is CommonJS and asks for Node's modules through `require`.
    banner: {
      js: "import { createRequire as c } from 'node:module';const require = c(import.meta.url);",
    },
  });
  cpSync(inRoot('web/core/require.cjs'), `${dist}/require.cjs`);
  cpSync(inRoot('build/wasm/src/wasm/gramme.wasm'), `${dist}/gramme.wasm`);
  cpSync(inRoot('build/vocabulary'), `${dist}/vocabulary`, { recursive: true });
}

/** Type declarations of the package, straight from its sources. */
function writeTypes() {
  execFileSync(
    'node',
    [
      'node_modules/typescript/bin/tsc',
      '-p',
      'web/core/tsconfig.json',
      '--outDir',
      `${dist}/types`,
    ],
    { cwd: inRoot(), stdio: 'inherit' },
  );
  cpSync(inRoot('web/core/glue.d.ts'), `${dist}/types/glue.d.ts`);
  const entry = `${dist}/types/node.d.ts`;
  const text = readFileSync(entry, 'utf8');
  writeFileSync(`${dist}/types/require.d.cts`, text.replaceAll(".ts'", ".d.ts'"));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await bundlePackage();
writeTypes();
await bundleExtension(shared);
