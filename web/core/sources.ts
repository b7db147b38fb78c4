/** Where the core's parts come from; each loader (Node, web, extension) fills this in. */
export interface GrammeSources {
  /** Compiles or reads the core. */
  instantiate(imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  /** Reads a packed vocabulary by file name, on the first count that needs it. */
  readVocabulary(file: string): Promise<Uint8Array>;
}
