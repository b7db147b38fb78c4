// npm run fit [-- FILE.csv] [--write]
// Fits the constants of the roofline method to metered servers and says how far off such a fit is on
// families and hardware it has not seen. With --write, config/methods.yaml gets the constants.
import { writeFileSync } from 'node:fs';
import { formatTable } from '../../cli/output.ts';
import { SCORE_HEADER, scoreCells } from '../../cli/scores.ts';
import {
  CONFIG,
  fitServing,
  readMethods,
  SERVING_ROWS,
  withConstants,
  yamlOf,
} from './serving-fit.ts';

const given = process.argv.slice(2);
const fitted = fitServing(given.find((argument) => !argument.startsWith('--')) ?? SERVING_ROWS);
const before = readMethods();
const after = withConstants(before, fitted.constants);

console.log(
  formatTable(
    ['constant', 'fitted'],
    Object.entries(fitted.constants).map(([name, figure]) => [name, yamlOf(figure)]),
  ),
);
console.log('\neach group predicted by a fit to the others');
console.log(
  formatTable(
    ['left out', ...SCORE_HEADER],
    [
      ['family', ...scoreCells(fitted.leaveOneFamilyOut)],
      ['hardware', ...scoreCells(fitted.leaveOneHardwareOut)],
    ],
  ),
);
if (before === after) {
  console.log('\nconfig/methods.yaml has these constants');
} else if (given.includes('--write')) {
  writeFileSync(CONFIG, after);
  console.log('\nwritten to config/methods.yaml');
} else {
  console.log('\nconfig/methods.yaml has others; --write puts these in');
}
