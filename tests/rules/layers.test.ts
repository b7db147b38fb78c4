import assert from 'node:assert/strict';
import { posix } from 'node:path';
import test from 'node:test';
import {
  isCpp,
  isScript,
  projectPaths,
  readText,
  type SourceFile,
  sourceFiles,
} from './sources.ts';

/** Folders of src/ that each folder may include; headers of include/gramme are open to all. */
const CPP_LAYERS: Record<string, string[]> = {
  data: [],
  json: ['data'],
  yaml: ['data', 'json'],
  tokens: [],
  importers: ['data', 'json', 'tokens'],
  catalog: ['data', 'json'],
  methods: [],
  measurements: ['data', 'methods'],
  budget: ['decision'],
  usage: ['data', 'json', 'yaml', 'methods', 'measurements'],
  ledger: [],
  decision: [],
  analytics: [],
  export: ['data', 'json', 'measurements'],
  local: ['methods'],
  api: [
    'data',
    'json',
    'yaml',
    'catalog',
    'methods',
    'measurements',
    'tokens',
    'importers',
    'usage',
  ],
  wasm: ['api'],
};

/** Who may see a library's headers. */
const LIBRARIES: [RegExp, RegExp][] = [
  [/^nlohmann\//, /^src\/json\//],
  [/^yaml-cpp\//, /^src\/yaml\//],
  [/^emscripten/, /^src\/wasm\//],
];

const BANNED_HEADERS = ['iostream', 'fstream', 'locale', 'random', 'chrono', 'ctime', 'thread'];

/** A page of the extension knows no other page, and nothing of content or background. */
function pageLayer(folder: string): [RegExp, RegExp] {
  const allowed = `^(extension/(${folder}|parts|shared|sites)|web/(core|look|parts|words))/`;
  return [new RegExp(`^extension/${folder}/`), new RegExp(allowed)];
}

/** Folders a script folder may import from, besides itself and packages. */
const SCRIPT_LAYERS: [RegExp, RegExp][] = [
  [/^extension\/sites\//, /^extension\/sites\//],
  [/^web\/core\//, /^web\/core\//],
  [/^web\/usage\//, /^web\/(usage|core)\//],
  [/^web\/files\//, /^web\/files\//],
  [/^web\/archives\//, /^web\/archives\//],
  [/^web\/server\//, /^web\/(server|usage|files|core)\//],
  [
    /^cli\//,
    /^(cli|web\/(archives|core|files|server|usage))\/|^web\/look\/(figures\.ts|tokens\.css)$|^package\.json$/,
  ],
  [
    /^extension\/shared\//,
    /^(extension\/(shared|_locales)|web\/(core|words))\/|^(extension\/sites\/records|web\/look\/figures)\.ts$/,
  ],
  [
    /^extension\/content\//,
    /^(extension\/(content|sites|shared|_locales)|web\/(core|words))\/|^web\/(look\/figures|parts\/paced)\.ts$/,
  ],
  [
    /^extension\/background\//,
    /^(extension\/(background|sites|shared)|web\/core)\/|^web\/look\/figures\.ts$/,
  ],
  [/^extension\/parts\//, /^(extension\/(parts|shared|sites)|web\/(core|look|parts|words))\//],
  ...['popup', 'options', 'onboarding', 'privacy', 'diagnostics', 'report'].map(pageLayer),
  [/^web\/look\//, /^web\/(look|core)\//],
  [/^web\/words\//, /^web\/words\//],
  [/^web\/parts\//, /^web\/(parts|words|look|core)\//],
  [/^web\/widget\//, /^web\/(widget|parts|words|look|usage|core)\//],
  [/^web\/app\//, /^web\/(app|parts|words|look|archives|core)\/|^docs\//],
];

interface Reference {
  from: string;
  to: string;
}

function includesOf({ path, text }: SourceFile): Reference[] {
  const found = text.matchAll(/^\s*#\s*include\s+[<"]([^>"]+)[>"]/gm);
  return [...found].map((match) => ({ from: path, to: match[1] ?? '' }));
}

function importsOf({ path, text }: SourceFile): Reference[] {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map((match) => ({ from: path, to: match[1] ?? '' }));
}

const cppIncludes = sourceFiles(isCpp).flatMap(includesOf);
const coreIncludes = cppIncludes.filter(({ from }) => /^(src|include)\//.test(from));
const imports = sourceFiles(isScript).flatMap(importsOf);

test('every folder of src has its layer', () => {
  const folders = new Set(coreIncludes.map(({ from }) => from.split('/')[1] ?? ''));
  folders.delete('gramme');
  assert.deepEqual([...folders].sort(), Object.keys(CPP_LAYERS).sort());
});

test('folders of src include only the layers below them', () => {
  const wrong = coreIncludes.filter(({ from, to }) => {
    const [top, folder = ''] = from.split('/');
    const target = to.split('/')[0] ?? '';
    if (top !== 'src' || !(target in CPP_LAYERS)) return false;
    return target !== folder && !CPP_LAYERS[folder]?.includes(target);
  });
  assert.deepEqual(wrong, []);
});

test("YAML is read while the core runs only for documents of one's own", () => {
  const readers = coreIncludes.filter(
    ({ from, to }) => /^src\/api\//.test(from) && /^yaml\//.test(to),
  );
  assert.deepEqual(readers.map(({ from }) => from).sort(), [
    'src/api/calculate_call.cpp',
    'src/api/decide_call.cpp',
    'src/api/overlay_call.cpp',
    'src/api/service_budgets_call.cpp',
  ]);
});

test('public headers include nothing of src', () => {
  const wrong = coreIncludes.filter(
    ({ from, to }) => from.startsWith('include/') && (to.split('/')[0] ?? '') in CPP_LAYERS,
  );
  assert.deepEqual(wrong, []);
});

test('methods do not include each other', () => {
  const methods = new Set([
    'ecologits',
    'prefill_decode_as_written',
    'prefill_decode',
    'duration',
    'per_token',
    'jegham',
    'epoch',
  ]);
  const wrong = coreIncludes.filter(({ from, to }) => {
    const [name, other] = [posix.basename(from), posix.basename(to)].map((file) =>
      [...methods].find((method) => file.startsWith(method)),
    );
    return name !== undefined && other !== undefined && name !== other;
  });
  assert.deepEqual(wrong, []);
});

for (const [library, home] of LIBRARIES) {
  test(`only ${home.source} sees ${library.source}`, () => {
    const users = coreIncludes.filter(({ to }) => library.test(to));
    assert.ok(users.length > 0);
    assert.deepEqual(
      users.filter(({ from }) => !home.test(from)),
      [],
    );
  });
}

test('the core reads no clock, file, locale or random number', () => {
  assert.deepEqual(
    coreIncludes.filter(({ to }) => BANNED_HEADERS.includes(to)),
    [],
  );
});

test('every C++ source under src is listed in a CMakeLists', () => {
  const paths = projectPaths();
  const lists = paths
    .filter((path) => path.endsWith('CMakeLists.txt'))
    .map((path) => ({ folder: posix.dirname(path), text: readText(path) }));
  const isListed = (source: string) =>
    lists.some(({ folder, text }) => {
      const relative = posix.relative(folder === '.' ? '' : folder, source);
      return !relative.startsWith('..') && text.split(/[\s()]+/).includes(relative);
    });
  const sources = paths.filter((path) => /^src\/.*\.cpp$/.test(path));
  assert.ok(sources.length > 40);
  assert.deepEqual(
    sources.filter((source) => !isListed(source)),
    [],
  );
});

test('script folders import only what their layer allows', () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.startsWith('.')) return false;
    const target = posix.join(posix.dirname(from), to);
    return SCRIPT_LAYERS.some(([folder, allowed]) => folder.test(from) && !allowed.test(target));
  });
  assert.deepEqual(wrong, []);
});

test('archives are read by what Node and pages have in common', () => {
  const inArchives = imports.filter(({ from }) => from.startsWith('web/archives/'));
  assert.ok(inArchives.length > 0);
  assert.deepEqual(
    inArchives.filter(({ to }) => !to.startsWith('.')),
    [],
  );
});

test('site adapters import no package either', () => {
  const inSites = imports.filter(({ from }) => from.startsWith('extension/sites/'));
  assert.ok(inSites.length > 0);
  assert.deepEqual(
    inSites.filter(({ to }) => !to.startsWith('.')),
    [],
  );
});
