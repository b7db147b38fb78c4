// npm run accuracy: writes docs/accuracy.md and its pictures anew. Needs what `npm run build` makes.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadGramme } from '../../web/core/node.ts';
import { inRoot, root } from '../setup/paths.mjs';
import { generate } from './generate.ts';

/** The fit is a tool of the project, which `npm run build` leaves out. */
function buildFit(): void {
  const build = ['--build', '--preset', 'native', '-j2', '--target', 'gramme_fit'];
  const { status } = spawnSync('cmake', build, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new Error('gramme_fit was not built: run `npm run build`, then this again');
}

buildFit();
const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });
for (const [path, text] of generate(gramme)) {
  writeFileSync(inRoot(path), text);
  console.log(path);
}
