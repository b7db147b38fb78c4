import type { Figure, Range } from '../../web/core/node.ts';
import { csvOf } from '../csv.ts';
import { formatFigure, formatRange, formatTable, sourceLines } from '../output.ts';
import type { Failed, Skipped } from './live.ts';
import type { Places, Row } from './workload.ts';

export interface Comparison {
  by: Places['by'];
  rows: Row[];
  skipped: Skipped[];
  failed: Failed[];
}

const BY_WORDS = { gramsCo2e: 'carbon', energyWattHours: 'energy', waterLitres: 'water' };
const TIES =
  '= : the range overlaps that of another line: which of the two is better is not known. A rank is 1 + how many lines are surely better.';
const OWN_ANSWERS =
  'Each model wrote an answer of its own: longer ones weigh more (the column "out").';

const known = (range: Range | null) => (range === null ? 'not known' : formatRange(range));
const secondsOf = (seconds: number | null) => (seconds === null ? '' : seconds.toFixed(2));

interface Column {
  name: string;
  cell(row: Row): string;
}

function columnsOf({ by, rows }: Comparison): Column[] {
  const isLive = rows.some(({ measured }) => measured !== null);
  const columns: (Column | false)[] = [
    { name: 'rank', cell: ({ rank, isTied }) => `${rank ?? '-'}${isTied ? '=' : ''}` },
    { name: 'model', cell: ({ model }) => model },
    { name: 'region', cell: ({ estimate }) => estimate.region },
    { name: 'method', cell: ({ estimate }) => estimate.method },
    { name: 'Wh', cell: ({ estimate }) => formatRange(estimate.energyWattHours) },
    { name: 'gCO2e', cell: ({ estimate }) => formatRange(estimate.gramsCo2e) },
    by === 'waterLitres' && { name: 'L', cell: ({ estimate }) => known(estimate.waterLitres) },
    {
      name: 'in',
      cell: ({ inputTokens }) => (inputTokens === null ? '-' : formatFigure(inputTokens)),
    },
    { name: 'out', cell: ({ outputTokens }) => formatFigure(outputTokens) },
    isLive && { name: 's', cell: ({ measured }) => secondsOf(measured?.seconds ?? null) },
    isLive && {
      name: 'first s',
      cell: ({ measured }) => secondsOf(measured?.firstTokenSeconds ?? null),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Each warning once, with the models it is of unless it is of all. */
function notesOf(rows: Row[]): string[] {
  const models = new Map<string, Set<string>>();
  for (const { model, warnings, estimate } of rows) {
    for (const { code, message } of [...warnings, ...estimate.warnings]) {
      const text = `${code}: ${message}`;
      models.set(text, (models.get(text) ?? new Set()).add(model));
    }
  }
  const all = new Set(rows.map(({ model }) => model)).size;
  return [...models].map(([text, of]) =>
    of.size === all ? `  ${text}` : `  ${text} (${[...of].join(', ')})`,
  );
}

/** What came of the models that have no figure. */
export function missingText({ skipped, failed }: Comparison): string[] {
  return [
    ...skipped.map(
      ({ model, provider, variable }) =>
        `skipped ${model}: ${provider} needs a key in the environment variable ${variable}`,
    ),
    ...failed.map(({ model, provider, message }) => `failed ${model} at ${provider}: ${message}`),
  ];
}

export function comparedText(comparison: Comparison): string {
  const { by, rows } = comparison;
  const missing = missingText(comparison);
  if (rows.length === 0) return ['nothing to compare', ...missing].join('\n');
  const columns = columnsOf(comparison);
  const table = formatTable(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
  const cut = rows.filter(({ measured }) => measured?.isCutAtLimit);
  const cutModels = [...new Set(cut.map(({ model }) => model))];
  const lines = [`by ${BY_WORDS[by]}, least first`, table];
  if (rows.some(({ isTied }) => isTied)) lines.push(TIES);
  if (rows.some(({ measured }) => measured !== null)) lines.push(OWN_ANSWERS);
  if (cutModels.length > 0) {
    lines.push(`stopped at --max-out-tokens: ${cutModels.join(', ')}`);
  }
  const sources = sourceLines(rows.flatMap(({ estimate }) => estimate.sources));
  return [...lines, ...missing, ...notesOf(rows), ...sources].join('\n');
}

const BOUNDS = ['low', 'central', 'high'] as const;
const boundsOf = (name: string) => BOUNDS.map((bound) => `${name}_${bound}`);
const CSV_HEADER = [
  'rank',
  'is_tied',
  'model',
  'provider',
  'region',
  'method',
  'profile',
  'methodology',
  ...boundsOf('energy_watt_hours'),
  ...boundsOf('grams_co2e'),
  ...boundsOf('water_litres'),
  ...boundsOf('input_tokens'),
  'cached_input_tokens',
  ...boundsOf('output_tokens'),
  'seconds',
  'first_token_seconds',
  'warnings',
];

const bounds = (figure: Figure | null): (number | null)[] =>
  BOUNDS.map((bound) => (figure === null || typeof figure === 'number' ? figure : figure[bound]));

export function comparedCsv({ rows }: Comparison): string {
  const cells = rows.map(({ estimate, ...row }) => [
    row.rank,
    String(row.isTied),
    row.model,
    row.provider,
    estimate.region,
    estimate.method,
    estimate.profile,
    estimate.methodology,
    ...bounds(estimate.energyWattHours),
    ...bounds(estimate.gramsCo2e),
    ...bounds(estimate.waterLitres),
    ...bounds(row.inputTokens),
    row.cachedInputTokens,
    ...bounds(row.outputTokens),
    row.measured?.seconds ?? null,
    row.measured?.firstTokenSeconds ?? null,
    [...row.warnings, ...estimate.warnings].map(({ code }) => code).join(' '),
  ]);
  return csvOf(CSV_HEADER, cells);
}
