/** The modules that the WASM build writes: what both open (src/wasm/bindings.cpp). */
declare module '#glue' {
  export interface GlueModule {
    /** A view into the core's memory; valid until the next call. */
    reserve(bytes: number): Uint8Array;
    count(request: string, bytes: number): string;
    loadVocabulary(name: string, bytes: number): string;
    encode(request: string, bytes: number): string;
    tokenizer(request: string): string;
    /** The core's memory; another one after it has grown. */
    HEAPU8: Uint8Array;
    /** Calls a function: name and request in the inbox; how many bytes its envelope has. */
    _gramme_call(nameBytes: number, bytes: number): number;
    /** Where that envelope stands until the next call. */
    _gramme_answer(): number;
    /** The envelope of the last plain call that answered NaN. */
    problem(): string;
    _gramme_count(tokenizer: number, bytes: number): number;
    /** Counts texts that U+0000 ends each; leaves low, central and high of each in the memory. */
    _gramme_count_many(tokenizer: number, texts: number, bytes: number): number;
    /** A stream's number; 0 when it could not be opened. */
    _gramme_open_stream(tokenizer: number): number;
    _gramme_append_utf8(stream: number, bytes: number): number;
    _gramme_append_utf16(stream: number, units: number): number;
    _gramme_truncate(stream: number, units: number): number;
    _gramme_finish(stream: number): number;
    _gramme_close_stream(stream: number): void;
    /** Bounds of the last figure. */
    _gramme_low(): number;
    _gramme_high(): number;
  }

  export interface GlueOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
    locateFile(name: string): string;
  }

  export type CreateGlue<Glue extends GlueModule> = (options: GlueOptions) => Promise<Glue>;

  const createGlue: CreateGlue<GlueModule>;

  export { createGlue as default };
}

/** What the full one opens besides (src/wasm/full_core.cpp). */
declare module '#glue-full' {
  import type { CreateGlue, GlueModule } from '#glue';

  export interface FullGlueModule extends GlueModule {
    importVocabulary(request: string, bytes: number): string;
    /** A vocabulary's file and a text behind it, in the inbox: so many bytes, and both. */
    countOnce(request: string, vocabularyBytes: number, bytes: number): string;
    /** Rows of doubles and a request behind them, in the inbox. */
    totals(rows: number, bytes: number): string;
    validate(request: string, bytes: number): string;
    calibrate(request: string, bytes: number): string;
    loadOverlay(bytes: number): string;
    analyse(request: string, bytes: number): string;
    decide(request: string, bytes: number): string;
    calculate(request: string, bytes: number): string;
    serviceBudgets(bytes: number): string;
  }

  const createGlue: CreateGlue<FullGlueModule>;

  export { createGlue as default };
}
