// npm run fit [-- FILE.csv] [--write]
// Fits the constants of the roofline method to metered servers and says how far off such a fit is on
// families and hardware it has not seen. With --write, config/methods.yaml gets the constants.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { formatTable } from '../../cli/output.ts';
import { inRoot } from '../setup/paths.mjs';

type Figure = number | { low: number; central: number; high: number };

interface Score {
  rows: number;
  mape: number;
  medianApe: number;
  r2Log: number;
  withinFactor2: number;
  bandCoverage: number;
}

interface Fitted {
  constants: Record<string, Figure>;
  leaveOneFamilyOut: Score;
  leaveOneHardwareOut: Score;
}

const CONFIG = inRoot('config/methods.yaml');
const ROWS = inRoot('tools/fit/serving-train.csv');
const DIGITS = 4;

const shown = (value: number) => String(Number(value.toPrecision(DIGITS)));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const yamlOf = (figure: Figure) =>
  typeof figure === 'number'
    ? shown(figure)
    : `{low: ${shown(figure.low)}, central: ${shown(figure.central)}, high: ${shown(figure.high)}}`;

/** The config with the constants of the roofline method, which stands first, in place of its own. */
function withConstants(text: string, constants: Record<string, Figure>): string {
  let out = text;
  for (const [name, figure] of Object.entries(constants)) {
    const line = new RegExp(`^(      ${name}: ).*$`, 'm');
    if (!line.test(out)) throw new Error(`config/methods.yaml has no ${name}`);
    out = out.replace(line, `$1${yamlOf(figure)}`);
  }
  return out;
}

const row = (name: string, score: Score) => [
  name,
  String(score.rows),
  percent(score.mape),
  percent(score.medianApe),
  score.r2Log.toFixed(3),
  percent(score.withinFactor2),
  percent(score.bandCoverage),
];

const given = process.argv.slice(2);
const file = given.find((argument) => !argument.startsWith('--')) ?? ROWS;
const tool = inRoot('build/native/tools/native/gramme_fit');
const fitted = JSON.parse(execFileSync(tool, [file], { encoding: 'utf8' })) as Fitted;
const before = readFileSync(CONFIG, 'utf8');
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
    ['left out', 'rows', 'mean error', 'median', 'R² of logs', 'within × 2', 'in the 90 % band'],
    [row('family', fitted.leaveOneFamilyOut), row('hardware', fitted.leaveOneHardwareOut)],
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
