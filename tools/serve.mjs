// npm run serve: the web app on this machine, built first where it is not.
import { existsSync } from 'node:fs';
import { buildAll } from './build.mjs';
import { inRoot } from './setup/paths.mjs';
import { setUp } from './setup/setup.mjs';
import { main } from './setup/steps.mjs';

const PORT = 4173;

await main(async () => {
  if (!existsSync(inRoot('dist/app/index.html'))) {
    await setUp();
    await buildAll();
  }
  const { serveApp } = await import('./app/serve-app.mjs');
  const { origin } = await serveApp({ port: PORT });
  console.log(`Gramme is at ${origin}/ (Ctrl-C ends it)`);
});
