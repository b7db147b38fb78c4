import { pathToFileURL } from 'node:url';
import type { Gramme } from '../../../web/core/node.ts';
import { type Driver, type Loaded, root } from './driver.ts';

/** What is built in dist/, as users get it. */
interface Built {
  loadGramme(): Promise<Gramme>;
}

export const gramme: Driver = {
  encodings: ['o200k_base', 'cl100k_base'],
  async load(encoding): Promise<Loaded> {
    const built = (await import(pathToFileURL(`${root}dist/node.mjs`).href)) as Built;
    const core = await built.loadGramme();
    // Ready: it has read its catalog, which is the first call's work (bench/readiness.ts).
    core.version();
    const begun = performance.now();
    const tokenizer = await core.tokenizer({ encoding });
    const vocabularyMilliseconds = performance.now() - begun;
    return {
      count: (text) => tokenizer.count(text) as number,
      vocabularyMilliseconds,
      openStream: tokenizer.openStream,
    };
  },
};
