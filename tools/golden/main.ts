/** npm run golden: writes the golden estimates anew; read the diff, and write a Figures line for it. */
import { writeFileSync } from 'node:fs';
import { askNative, GOLDEN_FILE } from './golden.ts';

const goldens = await askNative();
writeFileSync(GOLDEN_FILE, `${JSON.stringify(goldens, null, 2)}\n`);
console.log(`${goldens.length} estimates in ${GOLDEN_FILE}`);
