import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../setup/paths.mjs';
import type { BandShares } from './bands.ts';
import { newerClaude, type Range, type Weights } from './families.ts';
import type { Fit } from './leave-one-out.ts';
import { type BandGroup, PARAMETERS, weightsOf } from './parameters.ts';

const file = inRoot('config/encodings.yaml');

/** In the order of config/README.md; the core's own names, checked when the config is read. */
const CLASSES = [
  'blank',
  'word',
  'mixed_word',
  'digits',
  'punctuation',
  'cjk',
  'other_script',
  'accented_latin',
  'symbol',
];

function groupOf(weight: string): BandGroup {
  return PARAMETERS.find(({ weights }) => weights.includes(weight))?.group ?? 'ascii';
}

function withBands(central: Map<string, number>, shares: BandShares): Weights {
  const ranges = [...central].map(([name, value]): [string, Range] => {
    const share = shares[groupOf(name)];
    return [name, { low: value * (1 - share), central: value, high: value * (1 + share) }];
  });
  return new Map(ranges);
}

/** Weights of the two families of Claude. */
export function familiesOf({ solution, bands }: Fit): Record<string, Weights> {
  const older = withBands(weightsOf(solution), bands);
  return { 'claude-old': older, 'claude-new': newerClaude(older) };
}

const shown = ({ low, central, high }: Range) =>
  `{low: ${low.toFixed(3)}, central: ${central.toFixed(3)}, high: ${high.toFixed(3)}}`;

const line = (name: string, weight: Range | undefined) =>
  `        ${name}: ${weight === undefined ? '0' : shown(weight)}\n`;

/** Tokens that are weighed by their characters weigh nothing themselves. */
function yamlOf(weights: Weights): string {
  const features = [...weights.keys()].filter((name) => !CLASSES.includes(name));
  return [
    '      weights:\n',
    ...CLASSES.map((name) => line(name, weights.get(name))),
    '      feature_weights:\n',
    ...features.map((name) => line(name, weights.get(name))),
  ].join('');
}

/** The text of config/encodings.yaml with the weights of these encodings in it. */
export function withWeights(text: string, families: Record<string, Weights>): string {
  let out = text;
  for (const [id, weights] of Object.entries(families)) {
    const entry = new RegExp(
      `(  - id: ${id}\\n[\\s\\S]*?)      weights:\\n[\\s\\S]*?(?=    source:)`,
    );
    if (!entry.test(out)) throw new Error(`config/encodings.yaml has no estimator ${id}`);
    out = out.replace(entry, (_, head: string) => head + yamlOf(weights));
  }
  return out;
}

export const readConfig = (): string => readFileSync(file, 'utf8');

export const writeConfig = (text: string): void => writeFileSync(file, text);
