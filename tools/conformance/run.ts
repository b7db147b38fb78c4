// Replays vector files natively and in WASM.  usage: npm run conformance -- [DIR…]
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Engine, nativeEngine, wasmEngine } from './engines.ts';
import { KINDS, kindOf } from './kinds.ts';
import { judgeAll, type Replay, type VectorFile } from './replay.ts';

const DEFAULT_FOLDER = 'tests/fixtures/vectors';
const SHOWN_FAILURES = 10;

const print = (line: string) => process.stdout.write(`${line}\n`);

function vectorFiles(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name)),
  );
}

const skippedText = ({ skipped }: Replay): string =>
  skipped.length === 0 ? '' : `, skipped ${skipped.length}: ${skipped.join(', ')}`;

async function runEngine(label: string, engine: Engine, replay: Replay): Promise<boolean> {
  const answers = await engine.answer(replay.checks.map((check) => check.request));
  const { passed, total, largestRelativeError, failures } = judgeAll(replay, answers);
  const error = largestRelativeError === 0 ? '0' : largestRelativeError.toExponential(2);
  print(
    `${label} ${engine.name} ${passed}/${total}, max relative error ${error}${skippedText(replay)}`,
  );
  for (const failure of failures.slice(0, SHOWN_FAILURES)) print(`  ${failure}`);
  return failures.length === 0 && total > 0;
}

/** True when every case of the file passes on every engine, or no method of its kind exists. */
async function runFile(path: string, engines: Engine[]): Promise<boolean> {
  const file = JSON.parse(readFileSync(path, 'utf8')) as VectorFile;
  const label = basename(path);
  const makeReplay = KINDS[kindOf(file)];
  if (makeReplay === undefined) {
    print(`${label} skipped: no method of that kind`);
    return true;
  }
  const replay = makeReplay(file);
  let isPassed = true;
  for (const engine of engines) isPassed = (await runEngine(label, engine, replay)) && isPassed;
  return isPassed;
}

async function main(folders: string[]): Promise<void> {
  const files = vectorFiles(folders.length === 0 ? [DEFAULT_FOLDER] : folders);
  if (files.length === 0) throw new Error('no vector files found');
  const engines = [nativeEngine(), await wasmEngine()];
  for (const path of files) {
    if (!(await runFile(path, engines))) process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
