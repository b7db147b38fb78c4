// npm run golden: writes tests/golden anew from what is built; the difference is to be reviewed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import { analysedByCommand, GOLDEN_ANALYSES, goldenPath } from './analyses.ts';

mkdirSync(inRoot('tests/golden'), { recursive: true });
for (const analysis of GOLDEN_ANALYSES) {
  writeFileSync(goldenPath(analysis), analysedByCommand(analysis));
  console.log(goldenPath(analysis));
}
