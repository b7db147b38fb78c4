import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'yaml';
import { FORMULAS } from '../../web/app/methods/formulas.ts';
import { isScript, projectPaths, readText, sourceFiles } from './sources.ts';

interface Methods {
  methods: { id: string; profiles: { id: string }[] }[];
}

/** Codes that the pages may give; the extension names them. */
const PAGE_CODES = [
  'hidden_reasoning_not_counted',
  'tool_use_not_counted',
  'image_not_counted',
  'context_not_counted',
  'history_not_seen',
  'imported_totals',
  'finish_unclear',
];

/** Codes that `gramme compare` and `gramme/usage` add to those of the core. */
const COMMAND_CODES = [
  'contradictory_usage',
  'input_counted',
  'input_tokens_unknown',
  'output_counted',
  'provider_assumed',
  'usage_not_reported',
];

/** Errors of the command, of servers, of the app and of the widget, beside those of the core. */
const SCRIPT_ERRORS = [
  'archive_unreadable',
  'file_unreadable',
  'budget_exceeded',
  'file_unreachable',
  'nothing_to_weigh',
  'wasm_forbidden',
];

/** The third-level headings of one second-level section. */
function headingsIn(document: string, section: string): string[] {
  const [, after = ''] = document.split(`\n## ${section}\n`);
  const [body = ''] = after.split('\n## ');
  return [...body.matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? '');
}

function errorCodes(): string[] {
  const header = readText('include/gramme/error.hpp');
  return [...header.matchAll(/^\s+ErrorName\{ErrorCode::(\w+), "\1"\}/gm)].map((m) => m[1] ?? '');
}

/** The code of each warning: the texts before the first comma of what is pushed or built, or what is set. */
function warningCodes(): string[] {
  const pushed =
    /(?:(?:warnings\.(?:push_back|emplace_back)\(\s*|Warning)\{|\bwarn\(out,\s*)([^,]*),/g;
  const set = /\bevent\.warnings\[\d\] = "(\w+)"/g;
  return sourceFiles(/^src\/.*\.cpp$/).flatMap(({ text }) => [
    ...[...text.matchAll(pushed)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/"(\w+)"/g)].map((literal) => literal[1] ?? ''),
    ),
    ...[...text.matchAll(set)].map((match) => match[1] ?? ''),
  ]);
}

const sorted = (codes: string[]) => [...new Set(codes)].sort();
const errors = readText('docs/errors.md');

test('docs/errors.md explains each error code and no other', () => {
  const codes = errorCodes();
  assert.ok(codes.length >= 20);
  assert.deepEqual(headingsIn(errors, 'Errors'), [...codes, ...SCRIPT_ERRORS]);
});

test('docs/errors.md explains each warning code and no other', () => {
  const codes = warningCodes();
  assert.ok(codes.length >= 8);
  assert.deepEqual(
    sorted(headingsIn(errors, 'Warnings')),
    sorted([...codes, ...PAGE_CODES, ...COMMAND_CODES]),
  );
});

test('the command gives only warning codes that are explained', () => {
  const used = sourceFiles(isScript)
    .filter(({ path }) => /^(cli|web\/usage)\//.test(path))
    .flatMap(({ text }) => [...text.matchAll(/\bcode: '(\w+)'/g)])
    .map((match) => match[1] ?? '');
  assert.deepEqual(sorted(used), COMMAND_CODES);
});

test('the widget gives only error codes that are explained', () => {
  const used = sourceFiles(isScript)
    .filter(({ path }) => path.startsWith('web/widget/'))
    .flatMap(({ text }) => [...text.matchAll(/new MeterFault\('(\w+)'/g)])
    .map((match) => match[1] ?? '');
  assert.deepEqual(
    sorted(used),
    SCRIPT_ERRORS.filter((code) => used.includes(code)),
  );
  assert.ok(used.length >= 3);
});

test('the extension gives only warning codes that are explained', () => {
  const used = sourceFiles(isScript)
    .filter(({ path }) => path.startsWith('extension/'))
    .flatMap(({ text }) => [
      ...text.matchAll(/'(\w+_not_(?:counted|seen)|finish_\w+|imported_\w+)'/g),
    ])
    .map((match) => match[1] ?? '');
  assert.ok(used.length > 0);
  assert.deepEqual(
    used.filter((code) => !PAGE_CODES.includes(code)),
    [],
  );
});

test('docs/method.md has a section for each method and each profile', () => {
  const method = readText('docs/method.md');
  const { methods } = parse(readText('config/methods.yaml')) as Methods;
  assert.ok(methods.length > 0);
  for (const { id, profiles } of methods) {
    assert.match(method, new RegExp(`^## ${id}$`, 'm'));
    assert.deepEqual(
      headingsIn(method, id),
      profiles.map((profile) => profile.id),
    );
  }
});

test('the app shows the formulas of docs/method.md, of each method', () => {
  const method = readText('docs/method.md');
  const { methods } = parse(readText('config/methods.yaml')) as Methods;
  assert.deepEqual(Object.keys(FORMULAS).sort(), methods.map(({ id }) => id).sort());
  for (const step of Object.values(FORMULAS).flat()) {
    const bare = (text: string) => text.replace(/\s+/g, ' ');
    assert.ok(bare(method).includes(bare(step.formula)), step.formula);
  }
});

test('docs/method.md names the methodology version of the code', () => {
  const [, version] =
    /kMethodologyVersion = "([^"]+)"/.exec(readText('include/gramme/estimate.hpp')) ?? [];
  assert.ok(version);
  assert.ok(readText('docs/method.md').includes(`**${version}**`));
});

test('config/README.md explains each file and each key of config', () => {
  const readme = readText('config/README.md');
  const files = projectPaths().filter((path) => /^config\/.*\.yaml$/.test(path));
  assert.ok(files.length >= 8);
  for (const path of files) {
    const name = path.replace('config/', '');
    const [, after = ''] = readme.split(`## ${name}\n`);
    const [section = ''] = after.split('\n## ');
    const [list = []] = Object.values(parse(readText(path)) as Record<string, object[]>);
    const keys = new Set(list.flatMap((entry) => Object.keys(entry)));
    const missing = [...keys].filter((key) => !section.includes(`\`${key}\``));
    assert.deepEqual(missing, [], path);
  }
});

/** GitHub's anchor of a heading. */
function anchorsOf(document: string): string[] {
  return [...document.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test('every docs anchor that code refers to exists', () => {
  const missing = sourceFiles(/./).flatMap(({ path, text }) =>
    [...text.matchAll(/docs\/(\w+)\.md#([\w-]+)/g)]
      .filter(([, file, anchor]) => {
        const paths = projectPaths();
        const document = `docs/${file}.md`;
        return !paths.includes(document) || !anchorsOf(readText(document)).includes(anchor ?? '');
      })
      .map((match) => `${path}: ${match[0]}`),
  );
  assert.deepEqual(missing, []);
});
