import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import { extensionFolder } from '../../../tools/package/extension-zip.ts';
import { filesIn } from '../../../tools/package/zip.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';
import { usedApis } from './used-apis.ts';

interface Manifest {
  version: string;
  minimum_chrome_version: string;
  default_locale: string;
  background: { service_worker: string };
  action: { default_popup: string };
  options_ui: { page: string };
  icons: Record<string, string>;
  content_scripts: { matches: string[]; js: string[] }[];
  [member: string]: unknown;
}

const inFolder = (path: string) => join(extensionFolder, path);
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const manifest = readJson(inFolder('manifest.json')) as Manifest;

const patternsOf = (isOptional: boolean) =>
  Object.values(siteFacts)
    .filter((site) => site.isOptional === isOptional)
    .map(({ host }) => `https://${host}/*`);

test('the manifest has these members and no other', () => {
  assert.deepEqual(Object.keys(manifest).sort(), [
    'action',
    'background',
    'content_scripts',
    'content_security_policy',
    'default_locale',
    'description',
    'icons',
    'manifest_version',
    'minimum_chrome_version',
    'name',
    'optional_host_permissions',
    'optional_permissions',
    'options_ui',
    'permissions',
    'version',
  ]);
  // What would let other pages and extensions in.
  for (const member of [
    'externally_connectable',
    'host_permissions',
    'sandbox',
    'update_url',
    'web_accessible_resources',
  ]) {
    assert.ok(!(member in manifest), member);
  }
});

test('the permissions are exactly these', () => {
  assert.equal(manifest.manifest_version, 3);
  assert.deepEqual(manifest.permissions, ['storage', 'alarms', 'scripting']);
  assert.deepEqual(manifest.optional_permissions, ['notifications']);
  assert.deepEqual(manifest.optional_host_permissions, [
    'https://gemini.google.com/*',
    'https://chat.deepseek.com/*',
    'https://www.perplexity.ai/*',
  ]);
  assert.deepEqual(manifest.optional_host_permissions, patternsOf(true));
});

test('the policy of its pages and worker is exactly this one', () => {
  assert.deepEqual(manifest.content_security_policy, {
    extension_pages:
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; " +
      "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; " +
      'trusted-types lit-html',
  });
});

test('one script is put into pages, of the two sites, in a world of its own', () => {
  const matches = ['https://chatgpt.com/*', 'https://claude.ai/*'];
  assert.deepEqual(manifest.content_scripts, [
    { matches, js: ['content.js'], run_at: 'document_start' },
  ]);
  assert.deepEqual(matches, patternsOf(false));
  const registering = readFileSync(inRoot('extension/background/sites.ts'), 'utf8');
  assert.doesNotMatch(registering, /\bworld\b|MAIN|allFrames|matchOriginAsFallback/);
});

test('the version is that of package.json', () => {
  const { version } = readJson(inRoot('package.json')) as Manifest;
  assert.equal(manifest.version, version);
  // What the store takes: one to four whole numbers.
  assert.match(manifest.version, /^\d{1,5}(\.\d{1,5}){0,3}$/);
});

test('the oldest Chrome that it is installed in has every interface it uses', () => {
  const oldest = Number(manifest.minimum_chrome_version);
  const bundle = readFileSync(inRoot('tools/bundle/extension.mjs'), 'utf8');
  assert.ok(bundle.includes(`target: 'chrome${oldest}'`));
  const apis = usedApis();
  assert.ok(apis.size > 25);
  assert.ok(apis.has('chrome.storage.StorageArea.setAccessLevel'), [...apis.keys()].join(' '));
  const newer = [...apis].filter(([, since]) => since > oldest);
  assert.deepEqual(newer, []);
});

/** Files that pages name in attributes, such as src="popup.js". */
function filesNamedIn(page: string): string[] {
  const html = readFileSync(inFolder(page), 'utf8');
  return [...html.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Files that scripts import or fetch from beside themselves. */
function filesNamedByScript(script: string): string[] {
  const code = readFileSync(inFolder(script), 'utf8');
  const imports = code.matchAll(/(?:from|import)\s*\(?\s*["']\.\/([\w.-]+)["']/g);
  const own = code.matchAll(/["'`]([\w-]+\.(?:html|js|wasm|css|png))["'`]/g);
  return [...imports, ...own].map((match) => match[1] ?? '');
}

test('every file that manifest, pages and scripts name is there', () => {
  const files = filesIn(extensionFolder);
  const ofManifest = [
    manifest.background.service_worker,
    manifest.action.default_popup,
    manifest.options_ui.page,
    ...Object.values(manifest.icons),
    ...manifest.content_scripts.flatMap(({ js }) => js),
    `_locales/${manifest.default_locale}/messages.json`,
  ];
  const pages = files.filter((file) => file.endsWith('.html'));
  const scripts = files.filter((file) => file.endsWith('.js'));
  assert.ok(pages.length >= 5);
  const named = [
    ...ofManifest,
    ...pages.flatMap(filesNamedIn),
    ...scripts.flatMap(filesNamedByScript),
  ];
  assert.deepEqual([...new Set(named.filter((name) => !existsSync(inFolder(name))))], []);
});

test('pages hold no script and no style of their own', () => {
  const pages = filesIn(extensionFolder).filter((file) => file.endsWith('.html'));
  const inline = pages.filter((page) => {
    const html = readFileSync(inFolder(page), 'utf8');
    return /<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|javascript:/i.test(html);
  });
  assert.deepEqual(inline, []);
});
