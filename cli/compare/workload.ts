import {
  type Estimate,
  type EstimateRequest,
  type Figure,
  type FullGramme,
  GrammeError,
  type RankRequest,
  type UsageChoice,
  type Warning,
} from '../../web/core/node.ts';
import { compact } from '../place-options.ts';
import type { Entry } from './entries.ts';
import type { Provider } from './providers.ts';

/** What was measured of an answer. */
export interface Measured {
  seconds: number;
  firstTokenSeconds: number | null;
  attempts: number;
  isCutAtLimit: boolean;
}

/** What one model has to do. */
export interface Work {
  entry: Entry;
  provider: Provider | undefined;
  inputTokens?: Figure | undefined;
  cachedInputTokens?: number | undefined;
  outputTokens: Figure;
  measured: Measured | null;
  warnings: Warning[];
}

export interface Places {
  /** Undefined is the usual one. */
  regions: (string | undefined)[];
  methods: (string | undefined)[];
  grid: UsageChoice;
  by: NonNullable<RankRequest['by']>;
}

/** A line of the comparison; docs/data.md#comparisons. */
export interface Row {
  rank: number | null;
  isTied: boolean;
  model: string;
  /** Who serves it, where that was said or asked. */
  provider: string | null;
  inputTokens: Figure | null;
  cachedInputTokens: number | null;
  outputTokens: Figure;
  measured: Measured | null;
  warnings: Warning[];
  estimate: Estimate;
}

interface Cell {
  work: Work;
  request: EstimateRequest;
}

function cellsOf(work: Work, { regions, methods, grid }: Places): Cell[] {
  const { entry, inputTokens, cachedInputTokens, outputTokens, measured } = work;
  return regions.flatMap((region) =>
    methods.map((method) => ({
      work,
      request: compact({
        model: entry.model,
        inputTokens,
        cachedInputTokens,
        outputTokens,
        latencySeconds: measured?.seconds,
        ...grid,
        region,
        method,
      }) as EstimateRequest,
    })),
  );
}

/** The catalog knows places and PUE of makers; who else serves a model is not in it. */
function placeWarnings({ provider }: Work, { provider: maker }: Estimate): Warning[] {
  if (provider === undefined || provider.catalogId === maker) return [];
  const message = `where ${provider.id} computes is not in the catalog: its PUE, and without --regions its place, are those of ${maker}`;
  return [{ code: 'provider_assumed', message }];
}

/** Errors of one exchange name it in words instead of by its number. */
function inWords(error: unknown, cells: Cell[]): unknown {
  if (!(error instanceof GrammeError)) return error;
  const [, place, rest = ''] = /^\/exchanges\/(\d+)(.*)$/.exec(error.path) ?? [];
  const cell = cells[Number(place)];
  if (cell === undefined) return error;
  const { region, method } = cell.request;
  const words = [cell.work.entry.label, region, method].filter((word) => word !== undefined);
  return new GrammeError(error.code, `${words.join(' · ')}${rest}`, error.message);
}

/** All models in all places by all methods, ranked by the core. */
export function rankAll(gramme: FullGramme, works: Work[], places: Places): Row[] {
  const cells = works.flatMap((work) => cellsOf(work, places));
  const { by } = places;
  try {
    const ranked = gramme.rank({ by, exchanges: cells.map(({ request }) => request) });
    return ranked.map(({ index, rank, isTied, estimate }) => {
      const { work } = cells[index] as Cell;
      return {
        rank,
        isTied,
        model: work.entry.label,
        provider: work.provider?.id ?? null,
        inputTokens: work.inputTokens ?? null,
        cachedInputTokens: work.cachedInputTokens ?? null,
        outputTokens: work.outputTokens,
        measured: work.measured,
        warnings: [...work.warnings, ...placeWarnings(work, estimate)],
        estimate,
      };
    });
  } catch (error) {
    throw inWords(error, cells);
  }
}
