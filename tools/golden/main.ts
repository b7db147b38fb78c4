/** npm run golden: writes what tests/golden holds anew; read the diff, and write a Figures line for it. */
import { writeFileSync } from 'node:fs';
import { analysedByCommand, GOLDEN_ANALYSES, goldenPath } from './analyses.ts';
import { askNative, GOLDEN_FILE } from './golden.ts';

const goldens = await askNative();
writeFileSync(GOLDEN_FILE, `${JSON.stringify(goldens, null, 2)}\n`);
console.log(`${goldens.length} estimates in ${GOLDEN_FILE}`);
for (const analysis of GOLDEN_ANALYSES) {
  writeFileSync(goldenPath(analysis), analysedByCommand(analysis));
  console.log(goldenPath(analysis));
}
