// Bundles the package (dist/) and the unpacked extension (dist/extension/) from TypeScript.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from '../setup/paths.mjs';
import { bundleExtension } from './extension.mjs';

const dist = inRoot('dist');

/** Where the WASM build leaves its modules. */
const wasm = inRoot('build/wasm/src/wasm');

/** What every bundle shares: how the WASM build's glues are imported. */
export const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  alias: { '#glue': `${wasm}/gramme.mjs`, '#glue-full': `${wasm}/gramme-full.mjs` },
};

/** For packages that are CommonJS and ask for Node's modules through `require`. */
const requireInModules = {
  js: "import { createRequire as requireOfNode } from 'node:module';const require = requireOfNode(import.meta.url);",
};

/** Errors are of the class that `gramme` itself hands on. */
const errorsOfThePackage = {
  name: 'errors-of-the-package',
  setup({ onResolve }) {
    onResolve({ filter: /\/core\/error\.ts$|^\.\/error\.ts$/ }, () => ({
      path: './node.mjs',
      external: true,
    }));
  },
};

/** What services use beside the core, for Node: entries that share their parts. */
async function bundleServer(modules) {
  await build({
    ...modules,
    entryPoints: ['budget', 'fastify', 'prometheus'].map((name) => inRoot(`web/server/${name}.ts`)),
    platform: 'node',
    splitting: true,
    external: ['fastify', 'prom-client'],
    banner: requireInModules,
    plugins: [errorsOfThePackage],
  });
}

async function bundlePackage() {
  const modules = { ...shared, format: 'esm', outdir: dist, outExtension: { '.js': '.mjs' } };
  await build({
    ...modules,
    entryPoints: { web: inRoot('web/core/web.ts'), full: inRoot('web/core/web-full.ts') },
    platform: 'browser',
  });
  await build({ ...modules, entryPoints: [inRoot('web/core/node.ts')], platform: 'node' });
  await build({
    ...modules,
    entryPoints: { cli: inRoot('cli/main.ts') },
    platform: 'node',
    // The look of reports stands in them.
    loader: { '.css': 'text' },
    banner: requireInModules,
  });
  await bundleServer(modules);
  cpSync(inRoot('web/core/require.cjs'), `${dist}/require.cjs`);
  for (const file of ['gramme.wasm', 'gramme-full.wasm'])
    cpSync(`${wasm}/${file}`, `${dist}/${file}`);
  cpSync(inRoot('build/vocabulary'), `${dist}/vocabulary`, { recursive: true });
}

/** Type declarations of the package, straight from its sources. */
function writeTypes() {
  for (const [project, folder] of [
    ['web/core/tsconfig.json', 'types'],
    ['web/server/tsconfig.json', 'types/web'],
  ]) {
    execFileSync(
      'node',
      ['node_modules/typescript/bin/tsc', '-p', project, '--outDir', `${dist}/${folder}`],
      { cwd: inRoot(), stdio: 'inherit' },
    );
  }
  cpSync(inRoot('web/core/require.d.cts'), `${dist}/types/require.d.cts`);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await bundlePackage();
writeTypes();
await bundleExtension(shared);
