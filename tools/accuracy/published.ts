// Figures that others published, beside what the core says for the same tokens, model and boundary.
import { readFileSync } from 'node:fs';
import type { Estimate, EstimateRequest, FullGramme, Range } from '../../web/core/node.ts';
import { inRoot } from '../setup/paths.mjs';
import type { Quantity } from './words.ts';

interface PublishedFigure {
  quantity: Quantity;
  published: number;
  /** Why ours is another, in one sentence. */
  because: string;
}

/** What to ask the core: an exchange, or a server whose accelerators were metered. */
type Ours =
  | { kind: 'exchange'; request: EstimateRequest }
  | { kind: 'server'; row: Record<string, string | number> };

interface PublishedEntry {
  id: string;
  name: string;
  /** How it was come by. */
  what: string;
  source: string;
  asOf: string;
  conditions: string;
  tokens: string;
  ours: Ours;
  figures: PublishedFigure[];
}

export interface LeftOut {
  name: string;
  source: string;
  asOf: string;
  because: string;
}

interface PublishedFile {
  compared: PublishedEntry[];
  leftOut: LeftOut[];
}

export interface Comparison extends PublishedFigure {
  entry: PublishedEntry;
  ours: Range;
  isInRange: boolean;
  /** Our centre over the published figure. */
  ratio: number;
}

export function readPublished(): PublishedFile {
  return JSON.parse(readFileSync(inRoot('tools/accuracy/published.json'), 'utf8')) as PublishedFile;
}

/** Measured energy is asked for in the file; it changes nothing of what is predicted. */
const ANY_JOULES = 1;

function acceleratorJoules(gramme: FullGramme, row: Record<string, string | number>): Range {
  const cells = { ...row, energy_j: ANY_JOULES };
  const csv = `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`;
  const { methods } = gramme.validate(csv, {
    methods: ['roofline'],
    know: ['batch', 'accelerators', 'precision'],
    predictions: true,
  });
  const prediction = methods[0]?.predictions?.[0];
  if (prediction === undefined) throw new Error(`the core has no answer for ${csv}`);
  return prediction.predictedJoules;
}

function rangeOf(estimate: Estimate, quantity: Exclude<Quantity, 'acceleratorJoules'>): Range {
  const range = estimate[quantity];
  if (range === null) throw new Error(`${estimate.modelId} has no ${quantity}`);
  return range;
}

function oursFor(gramme: FullGramme, ours: Ours, quantity: Quantity): Range {
  if (ours.kind === 'server') return acceleratorJoules(gramme, ours.row);
  if (quantity === 'acceleratorJoules') throw new Error('an exchange has no accelerator joules');
  return rangeOf(gramme.estimate(ours.request), quantity);
}

/** Every published figure beside ours, in the order of the file. */
export function compare(gramme: FullGramme): Comparison[] {
  return readPublished().compared.flatMap((entry) =>
    entry.figures.map((figure) => {
      const ours = oursFor(gramme, entry.ours, figure.quantity);
      const isInRange = ours.low <= figure.published && figure.published <= ours.high;
      return { ...figure, entry, ours, isInRange, ratio: ours.central / figure.published };
    }),
  );
}
