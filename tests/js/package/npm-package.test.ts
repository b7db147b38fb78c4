import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { publint } from 'publint';
import {
  FILES,
  nameOf,
  nodeSources,
  publishedMembers,
  webSources,
} from '../../../tools/bundle/entries.mjs';
import { describeSize, isTooLarge, sizesOf } from '../../../tools/package/npm-sizes.ts';
import { inRoot, root } from '../../../tools/setup/paths.mjs';
import { packedPackage } from '../../e2e/hosts/project.ts';

interface Manifest {
  publishConfig: { registry: string };
  bin: { gramme: string };
  man: [string];
  peerDependencies: Record<string, string>;
  [member: string]: unknown;
}

const packed = packedPackage();
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Manifest;

test('publint finds nothing to say of the packed package', async () => {
  const bytes = readFileSync(packed.file);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true, level: 'suggestion' });
  assert.equal(pkg?.name, 'gramme');
  assert.deepEqual(messages, []);
});

test('attw finds the types of every entry right, in all four ways to resolve them', () => {
  const cli = inRoot('node_modules/@arethetypeswrong/cli/dist/index.js');
  // WASM is no module with types: bundlers give its address.
  const wasm = FILES.filter((file) => file.endsWith('.wasm')).map((file) => `./${file}`);
  const options = ['--profile', 'strict', '--no-definitely-typed', '--format', 'json'];
  const args = [cli, packed.file, ...options, '--exclude-entrypoints', ...wasm];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const { analysis } = JSON.parse(stdout) as {
    analysis: { problems: unknown[]; entrypoints: Record<string, unknown> };
  };
  assert.deepEqual(analysis.problems, []);
  assert.equal(status, 0);
  const checked = Object.keys(analysis.entrypoints).sort();
  const addresses = Object.keys(publishedMembers().exports as object);
  assert.deepEqual(checked, addresses.filter((address) => !wasm.includes(address)).sort());
});

test('package.json has the entries of the table; npm run exports writes them', () => {
  const { main, types, exports, typesVersions } = manifest;
  assert.deepEqual({ main, types, exports, typesVersions }, publishedMembers());
});

test('only what users need is in the package: no source, test, tool or extension', () => {
  const isNeeded =
    /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE|dist\/(?:[\w-]+\.(?:mjs|cjs|wasm)|vocabulary\/[\w.-]+\.gvoc|types\/[\w/-]+\.d\.(?:ts|cts)|man\/gramme\.1))$/;
  assert.deepEqual(
    packed.paths.filter((path) => !isNeeded.test(path)),
    [],
  );
  for (const path of [manifest.bin.gramme, ...manifest.man]) {
    assert.ok(packed.paths.includes(path.replace('./', '')), path);
  }
});

test('the package brings no other package with it', () => {
  for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
    assert.ok(!(kind in manifest), kind);
  }
});

test('bundles for pages import nothing but bundles beside them', () => {
  const files = webSources.map((source) => `dist/${nameOf(source)}.mjs`);
  assert.ok(files.length >= 2);
  const imports = files.flatMap((file) =>
    [...readFileSync(inRoot(file), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !name.startsWith('./')),
  );
  assert.deepEqual(imports, []);
});

test('bundles for Node import nothing but Node’s own modules, bundles beside them and peers', () => {
  const peers = Object.keys(manifest.peerDependencies);
  const isLibrary = (name: string) => /\.[mc]js$/.test(name) && !/^(?:cli|command-)/.test(name);
  const files = readdirSync(inRoot('dist')).filter(isLibrary);
  assert.ok(files.length >= 2 * nodeSources.length);
  const importing = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g;
  const named = files.flatMap((file) =>
    [...readFileSync(inRoot('dist', file), 'utf8').matchAll(importing)].map(
      (match) => match[1] ?? '',
    ),
  );
  assert.ok(named.includes('node:fs/promises'), named.join(' '));
  assert.deepEqual(
    named.filter((name) => !/^(?:node:|\.\/)/.test(name) && !peers.includes(name)),
    [],
  );
});

test('no two entries have bundles of one name', () => {
  const names = [...nodeSources, ...webSources, 'cli.ts'].map(nameOf);
  assert.deepEqual([...new Set(names)], names);
});

test('publishing by accident is refused', () => {
  const options = { cwd: root, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync('npm', ['publish', '--dry-run', '--offline'], options);
  assert.notEqual(status, 0);
  assert.match(stderr, /Gramme is not published to a registry/);
  // Also where npm is told to run no scripts.
  assert.equal(new URL(manifest.publishConfig.registry).hostname, 'localhost');
});

for (const size of sizesOf(packed)) {
  test(`${size.what} is not larger than its limit`, (context) => {
    context.diagnostic(describeSize(size));
    assert.ok(!isTooLarge(size), describeSize(size));
  });
}
