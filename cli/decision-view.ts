import type {
  Decided,
  Decision,
  DecisionCriterion,
  DecisionMonth,
  DecisionRow,
  DecisionSensitivity,
  Range,
  RowName,
} from '../web/core/node.ts';
import { formatRange, formatTable, sourceLines, warningLines } from './output.ts';

const GRAMS_PER_KILOGRAM = 1000;

type Thresholds = Decided['thresholds'];

const nameOf = ({ service, language }: RowName): string => `${service} ${language}`;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function kilograms(grams: Range): string {
  const { low, central, high } = grams;
  return formatRange({
    low: low / GRAMS_PER_KILOGRAM,
    central: central / GRAMS_PER_KILOGRAM,
    high: high / GRAMS_PER_KILOGRAM,
  });
}

/** With the share of the weights that it stands on, where that is not all. */
function scoreText({ score, scoredShare }: DecisionRow): string {
  if (score === null) return '-';
  return scoredShare < 0.9995 ? `${score.toFixed(3)} of ${percent(scoredShare)}` : score.toFixed(3);
}

/** Why an advice is given, in words. */
function reasonText(row: DecisionRow, from: Thresholds): string {
  const pushed = row.pushedBy.join(', ');
  const reduced = row.reducedFilesPerMonth;
  switch (row.reason) {
    case 'below_monitor':
      return 'score is low';
    case 'from_monitor':
      return `score from ${from.monitor}: ${pushed}`;
    case 'volume_drives':
      return `below ${from.throttle} with ${reduced} files a month: ${pushed}`;
    case 'volume_does_not_help':
      return `stays above ${from.throttle} with fewer files: ${pushed}`;
    case 'from_deactivate':
      return `score from ${from.deactivate}: ${pushed}${reduced === null ? '' : `; or ${reduced} files a month`}`;
    case 'criticality_protects': {
      const way = reduced === null ? '' : `; below ${from.throttle} with ${reduced} files a month`;
      return `too critical to deactivate: ${pushed}${way}`;
    }
    default:
      return 'too little to judge it by';
  }
}

function rowCells(row: DecisionRow, thresholds: Thresholds): string[] {
  const saves = row.savesGramsCo2ePerMonth;
  return [
    String(row.rank),
    row.service,
    row.language,
    String(row.filesPerMonth),
    kilograms(row.gramsCo2ePerMonth),
    scoreText(row),
    row.advice ?? '-',
    saves === null || saves.high === 0 ? '-' : kilograms(saves),
    reasonText(row, thresholds),
  ];
}

const HEADER = [
  'rank',
  'service',
  'language',
  'files/month',
  'kg CO2e/month',
  'score',
  'advice',
  'saves kg/month',
  'why',
];

function tableOf(decision: Decision, thresholds: Thresholds): string {
  const rows = decision.rows.map((row) => rowCells(row, thresholds));
  const { gramsCo2ePerMonth, savesGramsCo2ePerMonth } = decision.totals;
  const saves = savesGramsCo2ePerMonth.high === 0 ? '-' : kilograms(savesGramsCo2ePerMonth);
  const total = ['', 'total', '', '', kilograms(gramsCo2ePerMonth), '', '', saves];
  return formatTable(HEADER, [...rows, total]);
}

const short = (value: number | null): string => String(Number(value?.toPrecision(3)));

const scaleText = ({ low, high }: DecisionCriterion): string =>
  low === null ? 'left out' : `${short(low)} to ${short(high)}`;

function criteriaText(decision: Decision): string {
  const rows = decision.criteria.map((criterion) => [
    criterion.id,
    percent(criterion.weightShare),
    criterion.unit,
    scaleText(criterion),
    criterion.boundsFrom,
  ]);
  return formatTable(['criterion', 'weight', 'unit', 'scale', 'scale from'], rows);
}

/** How firm the first place is when weights move. */
function sensitivityLines(decision: Decision, found: DecisionSensitivity): string[] {
  const first = decision.rows[0];
  if (first === undefined) return [];
  const lines = [
    `${nameOf(first)} is first in ${percent(found.firstShares[0] ?? 0)} of ${found.weightings} weightings (every weight at half, as it is, and at one and a half).`,
  ];
  const closest = found.weights.find(({ criterion }) => criterion === found.closest);
  if (closest?.swapWeightShare == null) {
    lines.push('No change of a single weight swaps the first two.');
  } else {
    const change = closest.swapChange ?? 0;
    const sign = change > 0 ? '+' : '';
    lines.push(
      `The smallest change that swaps the first two: ${closest.criterion} from ${percent(closest.weightShare)} to ${percent(closest.swapWeightShare)} of the weight (${sign}${percent(change)}).`,
    );
  }
  for (const { criterion, firstAtHalf, firstAtOneAndAHalf } of found.weights) {
    const moves: [string, RowName][] = [
      ['half', firstAtHalf],
      ['one and a half', firstAtOneAndAHalf],
    ];
    for (const [move, row] of moves) {
      if (nameOf(row) !== nameOf(first)) {
        lines.push(`With ${move} of the weight of ${criterion}, ${nameOf(row)} is first.`);
      }
    }
  }
  return lines;
}

/** Where the advice for a row changes from one month to the next. */
function turnsOf(decision: Decision): string[] {
  const last = new Map(decision.rows.map((row) => [nameOf(row), row.advice]));
  const turns: string[] = [];
  for (const { month, rows } of decision.months) {
    for (const row of rows) {
      const before = last.get(nameOf(row));
      if (before !== row.advice)
        turns.push(`month ${month}: ${nameOf(row)}: ${before} -> ${row.advice}`);
      last.set(nameOf(row), row.advice);
    }
  }
  return turns;
}

function monthsText(decision: Decision): string {
  const cells = ({ month, filesPerMonth, gramsCo2e }: DecisionMonth) => [
    String(month),
    String(Math.round(filesPerMonth)),
    kilograms(gramsCo2e),
  ];
  const table = formatTable(['month', 'files', 'kg CO2e'], decision.months.map(cells));
  return [table, ...turnsOf(decision)].join('\n');
}

function decisionText(title: string, decision: Decision, thresholds: Thresholds): string {
  const { sensitivity, months } = decision;
  const parts = [`${title}\n${tableOf(decision, thresholds)}`];
  if (sensitivity !== null) parts.push(sensitivityLines(decision, sensitivity).join('\n'));
  if (months.length > 0) parts.push(monthsText(decision));
  return parts.join('\n\n');
}

function notesText(decision: Decision): string {
  return [...warningLines(decision), ...sourceLines(decision.sources)].join('\n');
}

/** A decision as people read it; `changes` are those of --set. */
export function decidedText(decided: Decided, changes: readonly string[]): string {
  const { now, changed, thresholds, method } = decided;
  const parts = [decisionText(`${now.region} · ${method}`, now, thresholds)];
  if (changed !== null) {
    parts.push(decisionText(`with ${changes.join(', ')}`, changed, thresholds));
    const before = kilograms(now.totals.gramsCo2ePerMonth);
    const after = kilograms(changed.totals.gramsCo2ePerMonth);
    parts.push(`total: ${before} -> ${after} kg CO2e/month`);
  }
  parts.push(criteriaText(now), notesText(changed ?? now));
  return parts.join('\n\n');
}
