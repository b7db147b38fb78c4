// What the document and its pictures show, made from the scores.
import type { GroupScore, Score } from '../../web/core/node.ts';
import { kindScores } from './kinds.ts';
import {
  KNOWLEDGE,
  type Knowledge,
  METHODS,
  type Measured,
  scoreOf,
  unseenScore,
} from './measured.ts';
import type { Comparison } from './published.ts';
import { markdownTable, percent, shown, times, unitOf } from './words.ts';

export interface FamilyErrors {
  family: string;
  rows: number;
  roofline: number;
  ecologits: number;
}

const groupOf = (groups: GroupScore[], name: string): GroupScore => {
  const found = groups.find((group) => group.name === name);
  if (found === undefined) throw new Error(`no score of ${name}`);
  return found;
};

/** Families from the best to the worst, as roofline sees them when it was not fitted to them. */
export function familyErrors(measured: Measured): FamilyErrors[] {
  const { byFamily } = scoreOf(measured, 'all', 'ecologits');
  return measured.fit.leaveOneFamilyOut.byFamily
    .map(({ name, rows, medianApe }) => ({
      family: name,
      rows,
      roofline: medianApe,
      ecologits: groupOf(byFamily, name).medianApe,
    }))
    .sort((a, b) => a.roofline - b.roofline);
}

export interface CoverageLine {
  name: string;
  /** In the order of KNOWLEDGE, as far as known. */
  shares: number[];
}

export interface CoverageSection {
  title: string;
  lines: CoverageLine[];
}

export function coverageSections(measured: Measured): CoverageSection[] {
  const unseen = KNOWLEDGE.map((known) => unseenScore(measured, known).bandCoverage);
  const others = METHODS.slice(1).map((method) => ({
    name: method,
    shares: KNOWLEDGE.map((known) => scoreOf(measured, known, method).bandCoverage),
  }));
  return [
    {
      title: 'Methods, by what they are told',
      lines: [{ name: 'roofline, unseen families', shares: unseen }, ...others],
    },
    {
      title: 'Roofline on unseen families, all known, by kind of rows (number)',
      lines: kindScores(measured).map(({ name, rows, coverage }) => ({
        name: `${name} (${rows})`,
        shares: [coverage],
      })),
    },
  ];
}

const scoreCells = (score: Score): string[] => [
  percent(score.mape),
  percent(score.medianApe),
  score.r2Log.toFixed(2),
  percent(score.withinFactor2),
  percent(score.bandCoverage),
  String(score.rows),
];

const SCORE_HEADER = [
  'mean error',
  'median error',
  'R² of logs',
  'within × 2',
  'in the range',
  'rows',
];

const KNOWN_WORDS: Record<Knowledge, string> = {
  all: 'all',
  batchUnknown: 'not the batch',
  nothing: 'nothing',
};

function methodRows(measured: Measured, known: Knowledge): string[][] {
  const row = (name: string, score: Score) => [KNOWN_WORDS[known], name, ...scoreCells(score)];
  const hardware = measured.fit.leaveOneHardwareOut;
  const unseenHardware = {
    all: hardware,
    batchUnknown: hardware.batchUnknown,
    nothing: hardware.nothingKnown,
  }[known];
  const others = METHODS.slice(1).map((method) => row(method, scoreOf(measured, known, method)));
  return [
    row('**roofline**, unseen families', unseenScore(measured, known)),
    row('**roofline**, unseen hardware', unseenHardware),
    ...others,
  ];
}

export const methodTable = (measured: Measured): string =>
  markdownTable(
    ['known of the serving', 'method', ...SCORE_HEADER],
    KNOWLEDGE.flatMap((known) => methodRows(measured, known)),
  );

/** Roofline left out and EcoLogits for each group. */
function groupTable(what: string, own: GroupScore[], others: GroupScore[]): string {
  const rows = own.map((group) => [group.name, ...scoreCells(group)]);
  const withOther = rows.map((cells) => {
    const [name = ''] = cells;
    return [...cells, percent(groupOf(others, name).medianApe)];
  });
  return markdownTable([what, ...SCORE_HEADER, 'ecologits: median error'], withOther);
}

export const familyTable = (measured: Measured): string =>
  groupTable(
    'family',
    measured.fit.leaveOneFamilyOut.byFamily,
    scoreOf(measured, 'all', 'ecologits').byFamily,
  );

export const hardwareTable = (measured: Measured): string =>
  groupTable(
    'hardware',
    measured.fit.leaveOneHardwareOut.byHardware,
    scoreOf(measured, 'all', 'ecologits').byHardware,
  );

const KIND_HEADER = [
  'by',
  'rows of',
  'median error',
  'within × 2',
  'in the range',
  'predicted / measured',
  'rows',
  'ecologits: median error',
];

export function kindTable(measured: Measured): string {
  const { predictions } = scoreOf(measured, 'all', 'ecologits');
  const others = kindScores(measured, predictions);
  const rows = kindScores(measured).map((score, index) => [
    score.kind,
    score.name,
    percent(score.medianError),
    percent(score.withinFactor2),
    percent(score.coverage),
    times(score.medianRatio),
    String(score.rows),
    percent(others[index]?.medianError ?? Number.NaN),
  ]);
  return markdownTable(KIND_HEADER, rows);
}

/** One line for each published figure, with its reason. */
export function publishedTable(comparisons: Comparison[]): string {
  const rows = comparisons.map(
    ({ entry, quantity, published, ours, isInRange, ratio, because }) => [
      `${entry.name}<br>${entry.what}: ${entry.source}, ${entry.asOf}`,
      `${shown(published, quantity)} ${unitOf(quantity)}`,
      `${shown(ours.central, quantity)} (${shown(ours.low, quantity)}–${shown(ours.high, quantity)})`,
      isInRange ? 'yes' : '**no**',
      times(ratio),
      because,
    ],
  );
  return markdownTable(
    ['what', 'published', 'ours', 'in our range', 'ours / published', 'why'],
    rows,
  );
}
