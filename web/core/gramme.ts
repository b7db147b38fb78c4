import createGlue, { type GlueModule } from '#glue';
import type {
  CountRequest,
  Estimate,
  EstimateRequest,
  Lists,
  Period,
  Recorded,
  RecordRequest,
  ResolvedModel,
  RollUpRequest,
  TokenCount,
  Version,
} from './contracts.ts';
import { GrammeError } from './error.ts';

/** Where the core's parts come from; each loader (Node, web, extension) fills this in. */
export interface GrammeSources {
  /** Compiles or reads the core. */
  instantiate(imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  /** Reads a packed vocabulary by file name, on the first count that needs it. */
  readVocabulary(file: string): Promise<Uint8Array>;
}

/** The core's functions. All throw GrammeError with a code of docs/errors.md. */
export interface Gramme {
  version(): Version;
  estimate(request: EstimateRequest): Estimate;
  record(request: RecordRequest): Recorded;
  rollUp(request: RollUpRequest): Period;
  resolveModel(request: CountRequest): ResolvedModel;
  list<Name extends keyof Lists>(name: Name): Lists[Name];
  /** Counts tokens; loads the vocabulary on first use. */
  count(text: string | Uint8Array, request: CountRequest): Promise<TokenCount>;
  /** Any function of the door by name, for conformance runs and tests. */
  call(name: string, request: unknown): unknown;
}

type Envelope =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: string; path: string; message: string } };

function unwrap(answer: string): unknown {
  const envelope = JSON.parse(answer) as Envelope;
  if (envelope.ok) return envelope.value;
  const { code, path, message } = envelope.error;
  throw new GrammeError(code, path, message);
}

/** encodeInto may need three bytes for each UTF-16 unit; longer texts are measured first. */
const LARGEST_GUESSED_BYTES = 8 << 20;
/** The core refuses longer texts (docs/errors.md#too_large); they are not even copied. */
const LARGEST_TEXT_BYTES = 64 << 20;

function writeText(glue: GlueModule, text: string | Uint8Array): number {
  if (text.length > LARGEST_TEXT_BYTES) {
    throw new GrammeError('too_large', '/text', 'a text of more than 64 MiB is not counted');
  }
  if (typeof text === 'string' && text.length * 3 <= LARGEST_GUESSED_BYTES) {
    return new TextEncoder().encodeInto(text, glue.reserve(text.length * 3)).written;
  }
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  glue.reserve(bytes.length).set(bytes);
  return bytes.length;
}

function instantiateGlue(sources: GrammeSources): Promise<GlueModule> {
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
function vocabularyLoader(glue: GlueModule, sources: GrammeSources) {
  const loads = new Map<string, Promise<void>>();
  const load = async (file: string) => {
    const bytes = await sources.readVocabulary(file);
    glue.reserve(bytes.length).set(bytes);
    unwrap(glue.loadVocabulary(file, bytes.length));
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

/** Starts a core over the given sources. */
export async function createGramme(sources: GrammeSources): Promise<Gramme> {
  const glue = await instantiateGlue(sources);
  const call = (name: string, request: unknown) => unwrap(glue.call(name, JSON.stringify(request)));
  const loadVocabulary = vocabularyLoader(glue, sources);
  const lists = new Map<keyof Lists, unknown>();
  const list = <Name extends keyof Lists>(name: Name): Lists[Name] => {
    if (!lists.has(name)) lists.set(name, call('list', { what: name }));
    return lists.get(name) as Lists[Name];
  };
  const vocabularyOf = (request: CountRequest): string => {
    const named = list('encodings').find((encoding) => encoding.id === request.encoding);
    return (named ?? (call('resolveModel', request) as ResolvedModel)).vocabulary;
  };

  return {
    version: () => call('version', {}) as Version,
    estimate: (request) => call('estimate', request) as Estimate,
    record: (request) => call('record', request) as Recorded,
    rollUp: (request) => call('rollUp', request) as Period,
    resolveModel: (request) => call('resolveModel', request) as ResolvedModel,
    list,
    async count(text, request) {
      const countNow = () => {
        const length = writeText(glue, text);
        return unwrap(glue.count(JSON.stringify(request), length)) as TokenCount;
      };
      try {
        return countNow();
      } catch (error) {
        if (!isVocabularyMissing(error)) throw error;
      }
      // Only the first count of an encoding comes here; every later one crosses the door once.
      await loadVocabulary(vocabularyOf(request));
      return countNow();
    },
    call,
  };
}
