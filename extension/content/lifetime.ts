import { safeParse } from 'valibot';
import { watchEndSchema } from '../shared/watch-messages.ts';
import type { SiteId } from '../sites/records.ts';

/** Where this extension's scripts in a page see that one of them is watching already. */
const PLACE = 'grammeWatch';

/**
 * A signal for the one watch of this page, or null when there is one already: a script may be put
 * into a page twice, as it loads and when its site is permitted. It ends when the permission does.
 */
export function beginWatch(site: SiteId): AbortSignal | null {
  const running: unknown = Reflect.get(globalThis, PLACE);
  if (running instanceof AbortController && !running.signal.aborted) return null;
  const watch = new AbortController();
  Reflect.set(globalThis, PLACE, watch);
  const hear = (message: unknown, sender: chrome.runtime.MessageSender) => {
    const parsed = safeParse(watchEndSchema, message);
    const isOurs = sender.id === chrome.runtime.id && sender.tab === undefined;
    if (isOurs && parsed.success && parsed.output.site === site) watch.abort();
  };
  chrome.runtime.onMessage.addListener(hear);
  watch.signal.addEventListener('abort', () => chrome.runtime.onMessage.removeListener(hear));
  return watch.signal;
}
