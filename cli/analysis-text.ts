import type { AnalysedFile, Analysis, DatedSums, Sums } from '../web/core/node.ts';
import { measuredLines } from './measured-text.ts';
import { formatRange, formatTable } from './output.ts';
import { kinds, reasons } from './report/words.ts';

/** Rows of a table beyond so many are left out, with a word about it. */
const MOST_ROWS = 24;

const WIDE = 1000;
const KILO = 1e3;

/** Watt-hours or kilowatt-hours, grams or kilograms: by the central figure. */
const energy = (sums: Sums): string =>
  sums.energyWattHours.central >= WIDE
    ? `${formatRange(scaled(sums.energyWattHours))} kWh`
    : `${formatRange(sums.energyWattHours)} Wh`;
const carbon = (sums: Sums): string =>
  sums.gramsCo2e.central >= WIDE
    ? `${formatRange(scaled(sums.gramsCo2e))} kgCO2e`
    : `${formatRange(sums.gramsCo2e)} gCO2e`;

const scaled = ({ low, central, high }: { low: number; central: number; high: number }) => ({
  low: low / KILO,
  central: central / KILO,
  high: high / KILO,
});

const whole = (value: number): string => Math.round(value).toLocaleString('en');

const tokensIn = (sums: Sums): string =>
  whole(sums.promptTokens.central + sums.cachedInputTokens.central + sums.contextTokens.central);
const tokensOut = (sums: Sums): string =>
  whole(sums.outputTokens.central + sums.reasoningTokens.central);

const cells = (name: string, sums: Sums): string[] => [
  name,
  whole(sums.requests),
  tokensIn(sums),
  tokensOut(sums),
  energy(sums),
  carbon(sums),
];

function table(title: string, rows: [string, Sums][]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(-MOST_ROWS);
  const header = [title, 'requests', 'tokens in', 'tokens out', 'energy', 'carbon'];
  const lines = [
    formatTable(
      header,
      shown.map(([name, sums]) => cells(name, sums)),
    ),
  ];
  if (shown.length < rows.length) lines.push(`(${rows.length - shown.length} more: --csv)`);
  return [...lines, ''];
}

const byWeight = (rows: [string, Sums][]): [string, Sums][] =>
  rows.sort(([, a], [, b]) => b.gramsCo2e.central - a.gramsCo2e.central);

function fileLines({ name, kind, requests, skipped }: AnalysedFile): string[] {
  const notes = skipped.map(
    ({ reason, items, first }) =>
      `  ${whole(items)} ${reasons.en[reason] ?? reason} (first: ${whole(first)})`,
  );
  const what = kind === 'emissions_csv' ? 'runs' : 'requests';
  const counted = kind === 'archive' ? '' : `, ${whole(requests)} ${what}`;
  return [`${name}: ${kinds.en[kind] ?? kind}${counted}`, ...notes];
}

/** The finest periods that still fit on a screen. */
function times({ days, months, years }: Analysis): string[] {
  const rows = (list: DatedSums[]): [string, Sums][] => list.map((sums) => [sums.date, sums]);
  if (days.length <= MOST_ROWS) return table('day', rows(days));
  if (months.length <= MOST_ROWS) return table('month', rows(months));
  return table('year', rows(years));
}

function notes(analysis: Analysis): string[] {
  const { missingDays, trend, undated, unknownModels, total } = analysis;
  const lines = [];
  if (missingDays.days > 0) {
    lines.push(`days between the first and the last without data: ${missingDays.days}`);
  }
  if (undated.requests > 0) lines.push(`requests without a date: ${whole(undated.requests)}`);
  for (const { name, countedAs, requests } of unknownModels) {
    const shown = name === '' ? 'no model named' : `unknown model ${JSON.stringify(name)}`;
    lines.push(`${shown}: counted as ${countedAs} (requests: ${whole(requests)})`);
  }
  if (trend !== null) {
    const percent = (share: number) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(0)} %`;
    const { low, central, high } = trend.sharePerMonth;
    lines.push(`trend: ${percent(central)} a month (${percent(low)} to ${percent(high)})`);
  }
  for (const [code, count] of Object.entries(total.warnings)) {
    lines.push(`docs/errors.md#${code} (requests: ${whole(count)})`);
  }
  return lines;
}

export function analysisText(analysis: Analysis): string {
  const { total, firstDay, lastDay, models, platforms, profiles } = analysis;
  const named = (list: { id: string; name?: string }[]): [string, Sums][] =>
    byWeight((list as (Sums & { id: string; name?: string })[]).map((s) => [s.name ?? s.id, s]));
  const span = firstDay === null ? 'no dates' : `${firstDay} to ${lastDay}`;
  return [
    ...analysis.files.flatMap(fileLines),
    '',
    ...(total.requests > 0 || analysis.measured === null ? table(span, [['all', total]]) : []),
    ...times(analysis),
    ...table('model', named(models)),
    ...(platforms.length > 1 ? table('platform', named(platforms)) : []),
    ...table('profile', named(profiles)),
    ...measuredLines(analysis.measured),
    ...notes(analysis),
  ]
    .join('\n')
    .trimEnd();
}
