import type { PageSettings } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import type { Health } from '../sites/records.ts';
import type { SiteAdapter } from '../sites/types.ts';
import { countThroughPort as count } from './counting-port.ts';
import { newEarlierReader } from './earlier.ts';
import { newLive } from './live.ts';
import { observe } from './observer.ts';
import { newOpenStore } from './open-store.ts';
import { newOutbox } from './outbox.ts';
import { newReporter } from './report.ts';
import { newShownCounter } from './shown-counter.ts';

/** A tab that is being watched. */
interface Watched {
  follow(page: PageSettings): void;
  end(): void;
}

/** How often the address is looked at. */
const ADDRESS_MS = 500;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What was not acknowledged is told on, also after watching has ended. */
const outbox = newOutbox({ sleep, isAlive: () => chrome.runtime?.id !== undefined });

function tellHealth(health: Health): void {
  ask({ type: 'health/changed', health }).catch(() => undefined);
}

/** Runs when another conversation is opened; a chat that gets its address is still the same. */
function onOtherConversation(adapter: SiteAdapter, run: () => void, signal: AbortSignal): void {
  const now = () => adapter.conversationOf(new URL(location.href));
  let last = now();
  const timer = setInterval(() => {
    const conversation = now();
    if (last !== null && conversation !== last) run();
    last = conversation;
  }, ADDRESS_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

function startWatching(adapter: SiteAdapter, salt: string, page: PageSettings): Watched {
  const ending = new AbortController();
  const counter = newShownCounter(adapter.id, page);
  const onFigures = counter.show;
  const live = newLive({ count, salt, onFigures });
  const report = newReporter({ count, salt, outbox, onTold: onFigures });
  onOtherConversation(adapter, counter.clear, ending.signal);
  const earlier = newEarlierReader({ document, adapter, address: () => location.href });
  observe({
    window,
    document,
    adapter,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    salt,
    open: newOpenStore(salt),
    signal: ending.signal,
    onStarted: () => undefined,
    // Also without the counter: what a page that goes away had told is counted.
    onProgress: live.progress,
    onFinished: (generation) => {
      live.finish(generation.id);
      report(generation, earlier(generation));
    },
    onHealth: tellHealth,
  });
  return {
    follow: counter.follow,
    end() {
      ending.abort();
      counter.remove();
    },
  };
}

/**
 * Watches the page as long as counting is agreed to and the site permitted. What was decided in the
 * options meanwhile is asked for whenever the tab is shown again.
 */
export function watch(adapter: SiteAdapter, signal: AbortSignal): void {
  let watched: Watched | null = null;
  const check = async () => {
    if (signal.aborted) return;
    const { salt, page } = await ask({ type: 'watch/start' });
    if (page.hasConsent && !signal.aborted) {
      watched?.follow(page);
      watched ??= startWatching(adapter, salt, page);
      return;
    }
    watched?.end();
    watched = null;
  };
  // Orphaned by an update, or no background at all: nothing can be counted and nothing is shown.
  const ignore = () => undefined;
  check().catch(ignore);
  const onShown = () => {
    if (document.visibilityState === 'visible') check().catch(ignore);
  };
  document.addEventListener('visibilitychange', onShown, { signal });
  signal.addEventListener('abort', () => {
    watched?.end();
    watched = null;
    tellHealth({ state: 'idle', site: adapter.id, reason: 'not_a_chat' });
  });
}
