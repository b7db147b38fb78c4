// npm packages, installed from the lock file when it changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { run, StepError } from './steps.mjs';

const OLDEST_NODE = 20;
const stamp = inRoot('node_modules/.gramme-lock');

export async function installNodePackages() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE)
    throw new StepError(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}`);
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await run('Installing npm packages', ['npm', 'ci', '--no-audit', '--no-fund'], {
    name: 'npm-ci',
  });
  writeFileSync(stamp, lock);
}
