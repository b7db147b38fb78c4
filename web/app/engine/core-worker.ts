import createGlue from '#glue';
import wasm from '#wasm?url';
import { startCore } from '../../core/gramme.ts';
import type { Gramme } from '../../core/gramme-contracts.ts';
import type { CoreApi, Facts } from './core-api.ts';
import { answerCalls, usingStarted } from './exposed.ts';
import { appSources } from './sources.ts';
import { piecesOf } from './token-pieces.ts';

const using = usingStarted(startCore(createGlue, appSources(wasm)).then(({ gramme }) => gramme));

const factsOf = (gramme: Gramme): Facts => ({
  models: gramme.list('models'),
  regions: gramme.list('regions'),
  cloudRegions: gramme.list('cloudRegions'),
  methods: gramme.list('methods'),
  providers: gramme.list('providers'),
  encodings: gramme.list('encodings'),
  version: gramme.version(),
});

answerCalls<CoreApi>({
  facts: using(factsOf),
  explain: using((gramme, request) => gramme.explain(request)),
  resolveModel: using((gramme, request) => gramme.resolveModel(request)),
  count: using((gramme, text, request) => gramme.count(text, request)),
  compare: using((gramme, request) => gramme.compare(request)),
  pieces: using(piecesOf),
});
