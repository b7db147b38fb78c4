/** Content script: watches the page, counts, reports numbers. Runs in the isolated world. */
import { ask } from '../shared/ask.ts';
import type { Health } from '../sites/records.ts';
import { adapterFor } from '../sites/registry.ts';
import type { SiteAdapter } from '../sites/types.ts';
import { newEarlierReader } from './earlier.ts';
import { newEngine } from './engine.ts';
import { type Fingerprint, saltedHash } from './fingerprint.ts';
import { beginWatch } from './lifetime.ts';
import { observe } from './observer.ts';
import { newReporter } from './report.ts';

/** Open answers are kept under a hash: the background never learns which conversation it is. */
function openStore(salt: string) {
  const keyOf = (conversation: string | null) =>
    conversation === null ? '' : saltedHash(conversation, salt);
  return {
    async save(fingerprint: Fingerprint): Promise<void> {
      const conversation = keyOf(fingerprint.conversation);
      await ask({ type: 'open/saved', fingerprint: { ...fingerprint, conversation } });
    },
    async take(conversation: string | null): Promise<Fingerprint | null> {
      const { fingerprint } = await ask({ type: 'open/take', conversation: keyOf(conversation) });
      return fingerprint === null ? null : { ...fingerprint, conversation };
    },
  };
}

function tellHealth(health: Health): void {
  ask({ type: 'health/changed', health }).catch(() => undefined);
}

async function start(adapter: SiteAdapter, signal: AbortSignal): Promise<void> {
  const { salt } = await ask({ type: 'watch/start' });
  if (signal.aborted) return;
  const report = newReporter(newEngine(), salt);
  const earlier = newEarlierReader({ document, adapter, address: () => location.href });
  observe({
    window,
    document,
    adapter,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    salt,
    open: openStore(salt),
    signal,
    onStarted: () => undefined,
    onProgress: () => undefined,
    onFinished: (generation) => report(generation, earlier(generation)),
    onHealth: tellHealth,
  });
  const nothing: Health = { state: 'idle', site: adapter.id, reason: 'not_a_chat' };
  signal.addEventListener('abort', () => tellHealth(nothing));
}

const adapter = adapterFor(location.hostname);
// Orphaned by an update, or no background at all: nothing can be counted and nothing is shown.
const signal = adapter === null || window.top !== window ? null : beginWatch(adapter.id);
if (adapter !== null && signal !== null) start(adapter, signal).catch(() => undefined);
