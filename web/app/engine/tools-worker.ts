import wasm from '#wasm-full?url';
import { createFullGramme } from '../../core/full-gramme.ts';
import { planBudgets } from './budget-tools.ts';
import { answerCalls, usingStarted } from './exposed.ts';
import { rankAll } from './rank-tools.ts';
import { appSources } from './sources.ts';
import type { ToolsApi } from './tools-api.ts';

const using = usingStarted(createFullGramme(appSources(wasm)));

answerCalls<ToolsApi>({
  rankAll: using(rankAll),
  planBudgets: using(planBudgets),
  decide: using((gramme, matrix, request) => gramme.decide(matrix, request)),
  decideCsv: using((gramme, matrix, request) => gramme.decideCsv(matrix, request)),
});
