// npm run check: everything that judges style and types; nothing is built or changed.
import { execFileSync, spawnSync } from 'node:child_process';
import { root } from './setup/paths.mjs';
import { main, StepError } from './setup/steps.mjs';

const hasProgram = (name) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0;

function check(title, command, stderr = 'inherit') {
  console.log(`== ${title}`);
  const [program, ...rest] = command;
  const stdio = ['ignore', 'inherit', stderr];
  const { status } = spawnSync(program, rest, { cwd: root, stdio });
  if (status !== 0) throw new StepError(`${title}: failed`);
}

/** C++ sources under version control. */
function cppFiles() {
  const patterns = ['*.cpp', '*.hpp'];
  const list = execFileSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' });
  return list.trim().split('\n');
}

await main(() => {
  const node = process.execPath;
  check('Types', [node, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  check('Format and lint', [node, 'node_modules/@biomejs/biome/bin/biome', 'check']);
  check('House rules', ['npm', 'run', '-s', 'test:rules']);
  for (const tool of ['clang-format', 'clang-tidy']) {
    if (!hasProgram(tool)) console.log(`== ${tool} is not installed: its check is left out`);
  }
  if (hasProgram('clang-format')) {
    check('C++ format', ['clang-format', '--dry-run', '-Werror', ...cppFiles()]);
  }
  if (hasProgram('clang-tidy')) {
    const sources = cppFiles().filter(
      (file) => /^src\/(?!wasm)/.test(file) && file.endsWith('.cpp'),
    );
    // Findings go to standard output; standard error only counts those in system headers.
    check('C++ lint', ['clang-tidy', '-quiet', '-p', 'build/native', ...sources], 'ignore');
  }
});
