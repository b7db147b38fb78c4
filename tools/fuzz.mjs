// npm run fuzz [-- SECONDS]: builds the libFuzzer harnesses of tests/fuzz and runs each that long.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { seedsOf } from './fuzz-seeds.mjs';
import { inRoot } from './setup/paths.mjs';
import { main, run, StepError } from './setup/steps.mjs';

const FUZZERS = [
  'fuzz_encode',
  'fuzz_decode',
  'fuzz_vocabulary',
  'fuzz_stream',
  'fuzz_response',
  'fuzz_usage',
  'fuzz_calls',
  'fuzz_count_once',
];
const SECONDS = 60;
const LONGEST_INPUT = 4096;

const hasClang = () => spawnSync('clang++', ['--version'], { stdio: 'ignore' }).status === 0;

function corpusOf(name) {
  const folder = inRoot('build/fuzz/corpus', name);
  mkdirSync(folder, { recursive: true });
  seedsOf(name).forEach((bytes, index) => {
    writeFileSync(`${folder}/seed-${index}`, bytes);
  });
  return folder;
}

await main(async () => {
  const seconds = Number(process.argv[2] ?? SECONDS);
  if (!hasClang()) throw new StepError('clang++ is missing: install clang and libclang-rt-14-dev');
  await run('Configuring fuzz', ['cmake', '--preset', 'fuzz'], { name: 'configure-fuzz' });
  const build = ['cmake', '--build', '--preset', 'fuzz', '-j2', '--target', ...FUZZERS];
  await run('Compiling the harnesses', build, { name: 'build-fuzz' });
  for (const name of FUZZERS) {
    const limits = [`-max_total_time=${seconds}`, `-max_len=${LONGEST_INPUT}`, '-timeout=20'];
    const artifacts = `-artifact_prefix=${inRoot('build/fuzz')}/${name}-`;
    const command = [inRoot('build/fuzz/tests/fuzz', name), ...limits, artifacts, corpusOf(name)];
    const output = await run(`${name}, ${seconds} s`, command, { name });
    console.log(`    ${/Done .*/.exec(output)?.[0] ?? ''}`);
  }
});
