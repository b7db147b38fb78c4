import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import {
  describeZip,
  extensionFolder,
  MOST_ZIP_BYTES,
  zipExtension,
} from '../../../tools/package/extension-zip.ts';
import { filesIn, zipFolder } from '../../../tools/package/zip.ts';
import { inRoot, root } from '../../../tools/setup/paths.mjs';

const zip = zipExtension();
const entries = unzipSync(zip.bytes);
const paths = Object.keys(entries);
const textOf = (path: string) => new TextDecoder().decode(entries[path]);
const texts = paths.filter((path) => /\.(js|css|html|json)$/.test(path));

test('the zip is made twice with the same bytes', () => {
  assert.deepEqual(zipFolder(extensionFolder), zip.bytes);
});

test('a copy of the folder, made at another time, gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-zip-'));
  try {
    cpSync(extensionFolder, folder, { recursive: true });
    for (const path of filesIn(folder)) utimesSync(join(folder, path), 1e9, 1e9);
    assert.deepEqual(zipFolder(folder), zip.bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a machine in another time zone makes the same bytes', () => {
  const script = `
    import { zipExtension } from './tools/package/extension-zip.ts';
    console.log(zipExtension().sha256);`;
  const hashes = ['Pacific/Kiritimati', 'Etc/GMT+12'].map((zone) => {
    const options = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const env = { ...process.env, TZ: zone };
    return execFileSync(process.execPath, options, { cwd: root, env, encoding: 'utf8' }).trim();
  });
  assert.deepEqual(hashes, [zip.sha256, zip.sha256]);
});

test('the zip holds exactly the files of dist/extension', () => {
  assert.deepEqual(paths, filesIn(extensionFolder));
  for (const path of paths) {
    const file = readFileSync(join(extensionFolder, path));
    assert.ok(file.equals(entries[path] ?? new Uint8Array()), path);
  }
});

test('the zip is small enough, and its size and hash are told', () => {
  const sha256 = createHash('sha256').update(zip.bytes).digest('hex');
  assert.ok(zip.bytes.length <= MOST_ZIP_BYTES, describeZip(zip));
  assert.ok(describeZip(zip).startsWith(`${zip.bytes.length} bytes (0.`));
  assert.ok(describeZip(zip).endsWith(sha256));
});

test('only what the browser reads is in the zip: no source, source map or test', () => {
  const isRead =
    /^(?:[\w-]+\.(?:js|html|css|png|wasm)|manifest\.json|_locales\/(?:en|fr)\/messages\.json|vocabulary\/\w+\.gvoc|LICENSE|NOTICE)$/;
  assert.deepEqual(
    paths.filter((path) => !isRead.test(path) || /test|fixture/.test(path)),
    [],
  );
  assert.ok(texts.length > 10);
  const mapped = texts.filter((path) => /sourceMappingURL|sourcesContent/.test(textOf(path)));
  assert.deepEqual(mapped, []);
});

test('the vocabularies in the zip are those that the extension says it has', () => {
  const listed = readFileSync(inRoot('extension/shared/vocabularies.json'), 'utf8');
  assert.deepEqual(
    paths.filter((path) => path.startsWith('vocabulary/')),
    (JSON.parse(listed) as string[]).map((file) => `vocabulary/${file}`).sort(),
  );
});

/** Names of XML namespaces look like addresses; nothing is ever fetched there. */
const isNamespace = (address: string) => address === 'http://www.w3.org';

test('no script, page, style or text names a host other than the chat sites', () => {
  const sites = Object.values(siteFacts).map(({ host }) => `https://${host}`);
  const named = texts.flatMap((path) =>
    [...textOf(path).matchAll(/(?:https?|wss?|ftp):\/\/[\w.-]+/g)].map(([address]) => address),
  );
  assert.ok(named.length >= sites.length);
  assert.deepEqual(
    named.filter((address) => !sites.includes(address) && !isNamespace(address)),
    [],
  );
});

test('nothing in the zip runs text as code', () => {
  const running = /\beval\(|\bnew Function\(|\bimportScripts\(|document\.write/;
  assert.deepEqual(
    texts.filter((path) => running.test(textOf(path))),
    [],
  );
});
