// npm test: set-up, build and every test. Suites can be named: npm test -- cpp scripts e2e
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { buildNative, buildScripts, buildWasm } from './build.mjs';
import { inRoot, root } from './setup/paths.mjs';
import { setUp } from './setup/setup.mjs';
import { main, StepError } from './setup/steps.mjs';

function show(title, command, env = process.env) {
  console.log(`\n== ${title}`);
  const [program, ...rest] = command;
  const { status } = spawnSync(program, rest, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new StepError(`${title}: failed (${command.join(' ')})`);
}

/** Every test file below the folders, because Node 20 knows no patterns. */
function testFiles(...folders) {
  return folders.flatMap((folder) => {
    if (!existsSync(inRoot(folder))) return [];
    return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`)
      .sort();
  });
}

function nodeTests(title, files, concurrency = 2) {
  const options = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`];
  show(title, [process.execPath, ...options, ...files]);
}

const suites = {
  cpp() {
    show('C++ tests, native', ['ctest', '--preset', 'native']);
    show('C++ tests, WASM under Node', ['ctest', '--preset', 'wasm']);
  },
  conformance() {
    show('Conformance', ['npm', 'run', '-s', 'conformance']);
  },
  rules() {
    show('Types', [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
    show('Format and lint', [process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check']);
    nodeTests('House rules', testFiles('tests/rules'));
  },
  scripts() {
    nodeTests('Script tests', testFiles('tests/js'));
  },
  e2e() {
    nodeTests('End to end in Chromium', testFiles('tests/e2e'));
    show('Simulated pages at real-time speed', ['npm', 'run', '-s', 'pages', '--', '--jobs', '4']);
    show('Simulated pages four times as fast', ['npm', 'run', '-s', 'pages', '--', '--speed', '4']);
  },
};

await main(async () => {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in suites));
  if (unknown.length > 0) throw new StepError(`no such suite: ${unknown.join(' ')}`);
  await setUp();
  await buildNative(['all']);
  await buildWasm(['all']);
  await buildScripts();
  for (const name of named.length > 0 ? named : Object.keys(suites)) suites[name]();
  console.log('\nAll tests passed.');
});
