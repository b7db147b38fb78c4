import { pathToFileURL } from 'node:url';
import type { Gramme } from '../../../web/core/node.ts';
import { type Driver, type Loaded, root, type Streaming } from './driver.ts';

/** What is built in dist/, as users get it. */
interface Built {
  loadGramme(): Promise<Gramme & Partial<Synchronous>>;
}

/** The synchronous counter. */
interface Synchronous {
  tokenizer(request: { encoding: string }): Promise<{
    count(text: string): number;
    openStream(): Streaming;
  }>;
}

export const gramme: Driver = {
  encodings: ['o200k_base', 'cl100k_base'],
  async load(encoding): Promise<Loaded> {
    const built = (await import(pathToFileURL(`${root}dist/node.mjs`).href)) as Built;
    const core = await built.loadGramme();
    if (core.tokenizer === undefined) {
      return { count: async (text) => (await core.count(text, { encoding })).tokens as number };
    }
    const tokenizer = await core.tokenizer({ encoding });
    return { count: (text) => tokenizer.count(text), openStream: () => tokenizer.openStream() };
  },
};
