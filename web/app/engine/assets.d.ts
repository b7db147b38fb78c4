/** Addresses and files that the build puts in (tools/bundle/app.mjs). */
declare module '#wasm?url' {
  const address: string;

  export { address as default };
}
declare module '#wasm-full?url' {
  const address: string;

  export { address as default };
}
/** Address of the folder of vocabularies, seen from a worker. */
declare const VOCABULARIES: string;
/** Name of that folder. */
declare const VOCABULARY_FOLDER: string;
/** Of service workers alone: the event lasts as long as that. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
/** The app's own files, with what is in them as a hash where their names do not say it. */
declare const PRECACHED: { url: string; revision: string | null }[];
/** Examples of the documentation, as texts. */
declare module '*.yaml?raw' {
  const text: string;

  export { text as default };
}
/** Pictures of the documentation, by address. */
declare module '*.svg?url' {
  const address: string;

  export { address as default };
}
