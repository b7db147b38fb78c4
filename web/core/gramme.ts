import type { CreateGlue, GlueModule } from '#glue';
import { type CallDoor, callDoor } from './call-door.ts';
import type { CountRequest, Estimate, Lists, ResolvedModel, Version } from './contracts.ts';
import { unwrap } from './envelope.ts';
import { GrammeError } from './error.ts';
import type { ExplainedEstimate } from './explain-contracts.ts';
import type { Gramme } from './gramme-contracts.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { ledgerCalls } from './ledger-calls.ts';
import type { GrammeSources } from './sources.ts';
import { tokenCalls, type WithVocabulary } from './token-calls.ts';

/** A started core, and the door that more of its functions can be reached through. */
export interface StartedCore<Glue extends GlueModule> {
  gramme: Gramme;
  glue: Glue;
  inbox: Inbox;
  /** The file of the vocabulary that is counted with. */
  vocabularyOf(request: CountRequest): string;
  /** Brings a vocabulary by its file name, unless it is there. */
  loadVocabulary(file: string): Promise<void>;
  /** The catalog has changed: lists are asked for again. */
  forgetLists(): void;
}

function instantiateGlue<Glue extends GlueModule>(
  createGlue: CreateGlue<Glue>,
  sources: GrammeSources,
): Promise<Glue> {
  return new Promise((resolve, reject) => {
    createGlue({
      instantiateWasm(imports, done) {
        sources.instantiate(imports).then(({ instance, module }) => done(instance, module), reject);
        return {};
      },
      locateFile: (name) => name,
    }).then(resolve, reject);
  });
}

const isVocabularyMissing = (error: unknown) =>
  error instanceof GrammeError && error.code === 'vocabulary_missing';

/** Loads vocabularies once each, also when several counts ask at the same time. */
function vocabularyLoader(glue: GlueModule, inbox: Inbox, sources: GrammeSources) {
  const loads = new Map<string, Promise<void>>();
  const load = async (file: string) => {
    const bytes = await sources.readVocabulary(file);
    unwrap(glue.loadVocabulary(file, inbox.write(bytes)));
  };
  return (file: string): Promise<void> => {
    const known = loads.get(file);
    if (known !== undefined) return known;
    const loading = load(file).catch((error: unknown) => {
      loads.delete(file);
      throw error;
    });
    loads.set(file, loading);
    return loading;
  };
}

/** Only the first call of an encoding loads; every later one crosses the door once. */
function vocabularyGate(
  load: (file: string) => Promise<void>,
  vocabularyOf: (request: CountRequest) => string,
): WithVocabulary {
  return async (request, work) => {
    try {
      return work();
    } catch (error) {
      if (!isVocabularyMissing(error)) throw error;
    }
    await load(vocabularyOf(request));
    return work();
  };
}

/** Lists change only with the catalog: each is asked for once until it is forgotten. */
function listKeeper(call: CallDoor): { list: Gramme['list']; forgetLists: () => void } {
  const lists = new Map<keyof Lists, unknown>();
  const list = <Name extends keyof Lists>(name: Name): Lists[Name] => {
    if (!lists.has(name)) lists.set(name, call('list', { what: name }));
    return lists.get(name) as Lists[Name];
  };
  return { list, forgetLists: () => lists.clear() };
}

/** Starts the core of a module over the given sources. */
export async function startCore<Glue extends GlueModule>(
  createGlue: CreateGlue<Glue>,
  sources: GrammeSources,
): Promise<StartedCore<Glue>> {
  const glue = await instantiateGlue(createGlue, sources);
  const inbox = openInbox(glue);
  const call = callDoor(glue, inbox);
  const { list, forgetLists } = listKeeper(call);
  const vocabularyOf = ({ encoding, model, site }: CountRequest): string => {
    const named = list('encodings').find(({ id }) => id === encoding);
    return (named ?? (call('resolveModel', { model, site }) as ResolvedModel)).vocabulary;
  };
  const load = vocabularyLoader(glue, inbox, sources);
  const gramme: Gramme = {
    version: () => call('version', {}) as Version,
    estimate: (request) => call('estimate', request) as Estimate,
    explain: (request) => call('explain', request) as ExplainedEstimate,
    ...ledgerCalls(call),
    resolveModel: (request) => call('resolveModel', request) as ResolvedModel,
    list,
    ...tokenCalls({ glue, inbox, call }, vocabularyGate(load, vocabularyOf)),
    call,
  };
  return { gramme, glue, inbox, vocabularyOf, loadVocabulary: load, forgetLists };
}
