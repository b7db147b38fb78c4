/** The built package as a server uses it, and budgets to try it with. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type * as nodeEntry from '../../../web/core/node.ts';
import type * as budgetEntry from '../../../web/server/budget.ts';
import type * as fastifyEntry from '../../../web/server/fastify.ts';
import type * as prometheusEntry from '../../../web/server/prometheus.ts';

const built = (name: string): Promise<unknown> =>
  import(pathToFileURL(inRoot(`dist/${name}.mjs`)).href);

export const { loadGramme, GrammeError } = (await built('node')) as typeof nodeEntry;
export const { createBudget, fileStore, memoryStore, withFootprint } = (await built(
  'budget',
)) as typeof budgetEntry;
export const { footprint } = (await built('fastify')) as typeof fastifyEntry;
export const { budgetMetrics } = (await built('prometheus')) as typeof prometheusEntry;

export const gramme = await loadGramme();

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'gramme-budget-'));

/** 100 g a day and 250 g a month for all of "speech", 1 kg a day for "texts" in French. */
export const BUDGETS = `budgets:
- {id: speech-day, service: speech, range: day, measure: gramsCo2e, limit: 100}
- {id: speech-month, service: speech, range: month, measure: gramsCo2e, limit: 250}
- {id: texts-fr, service: texts, language: fr, range: day, measure: gramsCo2e, limit: 1000}
`;

export const grams = (gramsCo2e: number) => ({ measured: { gramsCo2e } });

/** A clock that is set by hand. */
export function clockAt(time: string) {
  let milliseconds = Date.parse(time);
  return {
    now: () => milliseconds,
    set: (later: string) => {
      milliseconds = Date.parse(later);
    },
  };
}

export type Options = Parameters<typeof createBudget>[0];

export const budgetWith = (options: Partial<Options> = {}) =>
  createBudget({ gramme, budgets: BUDGETS, timeZone: 'Europe/Paris', ...options });
