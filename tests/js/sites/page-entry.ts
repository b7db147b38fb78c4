/** Runs inside the page under test: the observer, with everything it reports handed out. */
import { observe } from '../../../extension/content/observer.ts';
import { adapterFor } from '../../../extension/sites/registry.ts';

declare global {
  interface Window {
    grammeTell(name: string, value: unknown): Promise<void>;
    grammeTake(conversation: string | null): Promise<never>;
    grammeCost: unknown;
  }
}

const adapter = adapterFor(location.hostname);
if (adapter !== null && window.top === window) {
  const tell = (name: string) => (value: unknown) => void window.grammeTell(name, value);
  const watch = observe({
    window,
    document,
    adapter,
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
    onFinished: tell('finished'),
    onHealth: tell('health'),
  });
  window.grammeCost = watch.cost;
}
