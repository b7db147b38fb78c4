import createFullGlue from '#glue-full';
import { analyseCalls } from './analyse.ts';
import { calibrate } from './calibrate.ts';
import type { Period } from './contracts.ts';
import type { Decided, DecideRequest } from './decision-contracts.ts';
import { unwrap } from './envelope.ts';
import { startCore } from './gramme.ts';
import type { FullGramme, FullLoadOptions, GrammeSources } from './gramme-contracts.ts';
import type { OverlaidCatalog, Validation } from './measurement-contracts.ts';
import type { RankedEstimate } from './rank-contracts.ts';
import { serviceBudgetCalls } from './service-budget-calls.ts';
import type { ImportedVocabulary } from './token-contracts.ts';
import { totalsOf } from './totals.ts';

/** Periods that are rolled up together. */
const MOST_PARTS = 64;

/** Starts the full core over the given sources. */
export async function createFullGramme(
  sources: GrammeSources,
  { config = [] }: FullLoadOptions = {},
): Promise<FullGramme> {
  const core = await startCore(createFullGlue, sources);
  const { gramme, glue, inbox } = core;
  const loadOverlay = (yaml: string) => {
    const sizes = unwrap(glue.loadOverlay(inbox.write(yaml))) as OverlaidCatalog;
    core.forgetLists();
    return sizes;
  };
  const decide = (matrix: string | Uint8Array, request: DecideRequest & { format: string }) =>
    unwrap(glue.decide(JSON.stringify(request), inbox.write(matrix)));
  for (const yaml of typeof config === 'string' ? [config] : config) loadOverlay(yaml);
  return {
    ...gramme,
    importVocabulary: (file, request) =>
      unwrap(
        glue.importVocabulary(JSON.stringify(request), inbox.write(file)),
      ) as ImportedVocabulary,
    totals(exchanges, request) {
      let parts: Period[] = [];
      for (const part of totalsOf(glue, inbox, exchanges, request)) {
        parts.push(part);
        // Any number of them comes to one before its document grows beyond what the core reads.
        if (parts.length === MOST_PARTS) parts = [gramme.rollUp({ ...request, parts })];
      }
      return gramme.rollUp({ ...request, parts });
    },
    rank: (request) => gramme.call('rank', request) as RankedEstimate[],
    validate: (csv, request) =>
      unwrap(glue.validate(JSON.stringify(request), inbox.write(csv))) as Validation,
    calibrate: (files, options = {}) => calibrate(core, files, options),
    ...analyseCalls(core),
    ...serviceBudgetCalls(core),
    loadOverlay,
    decide: (matrix, request) => decide(matrix, { ...request, format: 'json' }) as Decided,
    decideCsv: (matrix, request) => decide(matrix, { ...request, format: 'csv' }) as string,
  };
}
