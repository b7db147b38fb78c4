/** Runs inside the page under test: the observer, with everything it reports handed out. */
import { observe } from '../../../extension/content/observer.ts';
import type { Generation } from '../../../extension/sites/records.ts';
import { adapterFor } from '../../../extension/sites/registry.ts';
import type { Dialect } from '../../../extension/sites/types.ts';

declare global {
  interface Window {
    grammeTell(name: string, value: unknown): Promise<void>;
    grammeTake(conversation: string | null): Promise<never>;
    grammeCost: unknown;
  }
}

/** Visible text of every answer read, by its Markdown: records carry only its length. */
const visibleTexts = new Map<string, string>();

function listened(dialect: Dialect): Dialect {
  const look = (page: Document) => {
    const seen = dialect.look(page);
    if (seen.reply !== null) visibleTexts.set(seen.reply.markdown, seen.reply.visibleText);
    return seen;
  };
  return { ...dialect, look };
}

function withText(generation: Generation): unknown {
  const visibleText = visibleTexts.get(generation.reply.markdown) ?? '';
  return { ...generation, reply: { ...generation.reply, visibleText } };
}

const adapter = adapterFor(location.hostname);
if (adapter !== null && window.top === window) {
  const tell = (name: string) => (value: unknown) => void window.grammeTell(name, value);
  const watch = observe({
    window,
    document,
    adapter: { ...adapter, dialects: adapter.dialects.map(listened) },
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    salt: 'test',
    open: {
      save: (fingerprint) => window.grammeTell('saved', fingerprint),
      take: (conversation) => window.grammeTake(conversation),
    },
    signal: new AbortController().signal,
    onStarted: tell('started'),
    onProgress: tell('progress'),
    onFinished: (generation) => tell('finished')(withText(generation)),
    onHealth: tell('health'),
  });
  window.grammeCost = watch.cost;
}
