import wasm from '#wasm-full?url';
import { createFullGramme } from '../../core/full-gramme.ts';
import { answerCalls, usingStarted } from './exposed.ts';
import { appSources } from './sources.ts';
import type { ToolsApi } from './tools-api.ts';

const using = usingStarted(createFullGramme(appSources(wasm)));

answerCalls<ToolsApi>({
  rank: using((gramme, request) => gramme.rank(request)),
  decide: using((gramme, matrix, request) => gramme.decide(matrix, request)),
  decideCsv: using((gramme, matrix, request) => gramme.decideCsv(matrix, request)),
});
