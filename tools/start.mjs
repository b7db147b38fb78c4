// npm start: from a clean clone to the extension at work, with what it stored.
import { spawnSync } from 'node:child_process';
import { buildAll } from './build.mjs';
import { root } from './setup/paths.mjs';
import { setUp } from './setup/setup.mjs';
import { main, StepError } from './setup/steps.mjs';

await main(async () => {
  console.log('Gramme: setting up and building (details in build/logs/)');
  await setUp();
  await buildAll();
  console.log(
    '\nThe extension in headless Chromium, on simulated ChatGPT and Claude conversations',
  );
  const demo = ['--import', 'tsx', 'tools/demo/main.ts'];
  const { status } = spawnSync(process.execPath, demo, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new StepError('The conversations could not be played; see above.');
});
