// npm run fit:tokens [-- --write]
// Fits the estimators of Claude to published exact counts and says how far off they are on samples
// they have not seen. With --write, config/encodings.yaml gets the weights.
import { formatTable } from '../../cli/output.ts';
import { familiesOf, readConfig, withWeights, writeConfig } from './config.ts';
import { type Fit, fit, meanError } from './leave-one-out.ts';
import { PARAMETERS } from './parameters.ts';
import { readSamples } from './samples.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function printFit({ solution, bands, misses, covered }: Fit): void {
  const weights = PARAMETERS.map(({ name, prior }, index) => [
    name,
    String(prior),
    (solution[index] ?? 0).toFixed(3),
  ]);
  console.log(formatTable(['parameter', 'before', 'fitted'], weights));
  const categories = [...new Set(misses.map(({ category }) => category))];
  const groups: [string, RegExp][] = [
    ...categories.map((name): [string, RegExp] => [name, new RegExp(`^${name}$`)]),
    ['prose, code, structured', /prose|code|structured/],
    ['all', /./],
  ];
  const errors = groups.map(([name, pattern]) => [
    name,
    String(misses.filter(({ category }) => pattern.test(category)).length),
    percent(meanError(misses, pattern)),
  ]);
  console.log(`\nleave one out: each sample estimated by a fit to the others`);
  console.log(formatTable(['category', 'samples', 'mean error'], errors));
  const shares = Object.entries(bands).map(([name, share]) => `${name} ${percent(share)}`);
  console.log(`\nhalf a band: ${shares.join(', ')}`);
  console.log(`inside: ${covered} of ${misses.length} (${percent(covered / misses.length)})`);
}

const fitted = fit(readSamples());
printFit(fitted);
const before = readConfig();
const after = withWeights(before, familiesOf(fitted));
if (process.argv.includes('--write')) writeConfig(after);
else if (before !== after) console.log('\nconfig/encodings.yaml has other weights: --write');
