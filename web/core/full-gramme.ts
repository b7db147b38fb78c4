import createFullGlue, { type FullGlueModule } from '#glue-full';
import { analyseCalls } from './analyse.ts';
import type { Calculated } from './calculator-contracts.ts';
import { calibrate } from './calibrate.ts';
import type { Period } from './contracts.ts';
import { countOnce } from './count-once.ts';
import type { Decided, DecideRequest } from './decision-contracts.ts';
import { unwrap } from './envelope.ts';
import { type StartedCore, startCore } from './gramme.ts';
import type { FullGramme, FullLoadOptions } from './gramme-contracts.ts';
import type { OverlaidCatalog, Validation } from './measurement-contracts.ts';
import type { RankedEstimate } from './rank-contracts.ts';
import { serviceBudgetCalls } from './service-budget-calls.ts';
import type { GrammeSources } from './sources.ts';
import type { ImportedVocabulary } from './token-contracts.ts';
import { totalsOf } from './totals.ts';

/** Periods that are rolled up together. */
const MOST_PARTS = 64;

/** What reads a document of the caller's own beside its request. */
function documentCalls({
  glue,
  inbox,
}: StartedCore<FullGlueModule>): Pick<FullGramme, 'calculate' | 'decide' | 'decideCsv'> {
  const decide = (matrix: string | Uint8Array, request: DecideRequest & { format: string }) =>
    unwrap(glue.decide(JSON.stringify(request), inbox.write(matrix)));
  return {
    calculate: (request, config = '') =>
      unwrap(glue.calculate(JSON.stringify(request), inbox.write(config))) as Calculated,
    decide: (matrix, request) => decide(matrix, { ...request, format: 'json' }) as Decided,
    decideCsv: (matrix, request) => decide(matrix, { ...request, format: 'csv' }) as string,
  };
}

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
    countOnce: (text, request) => countOnce(core, sources, { text, request }),
    rank: (request) => gramme.call('rank', request) as RankedEstimate[],
    validate: (csv, request) =>
      unwrap(glue.validate(JSON.stringify(request), inbox.write(csv))) as Validation,
    calibrate: (files, options = {}) => calibrate(core, files, options),
    ...analyseCalls(core),
    ...serviceBudgetCalls(core),
    loadOverlay,
    ...documentCalls(core),
  };
}
