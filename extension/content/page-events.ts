/** Everything the page can tell, wired to a few callbacks; one signal undoes it all. */
export interface PageEvents {
  /** Records are null when something else than the document changed, such as a text field. */
  onMutations(records: readonly MutationRecord[] | null): void;
  onTick(): void;
  onAddress(): void;
  onUserStop(target: Element | null): void;
  onLeave(): void;
}

export interface PageSource {
  window: Window & typeof globalThis;
  document: Document;
  signal: AbortSignal;
  tick: number;
}

const watchedAttributes = [
  'aria-busy',
  'aria-disabled',
  'aria-label',
  'class',
  'data-chatgpt-search-message-ids',
  'data-chatgpt-selection-message-id',
  'data-is-streaming',
  'data-mat-icon-name',
  'data-message-complete',
  'data-message-id',
  'data-message-model-slug',
  'data-message-role',
  'data-message-streaming',
  'data-stop-generating',
  'data-testid',
  'data-turn',
  'data-turn-id',
  'data-turn-key',
  'disabled',
  'fonticon',
  'hidden',
  'id',
  'role',
];

/** Returns a function that hands over mutations still waiting. Timers, not animation frames:
 *  a hidden tab has none. */
export function listen(source: PageSource, events: PageEvents): () => boolean {
  const { window, document, signal } = source;
  const observer = new window.MutationObserver((records) => events.onMutations(records));
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: watchedAttributes,
  });
  const timer = window.setInterval(() => events.onTick(), source.tick);
  const passive = { signal, passive: true, capture: true };
  // An isolated world does not see the page's own history calls; these events it does see.
  navigationOf(window)?.addEventListener('currententrychange', () => events.onAddress(), {
    signal,
  });
  window.addEventListener('popstate', () => events.onAddress(), { signal });
  window.addEventListener('pagehide', () => events.onLeave(), { signal });
  document.addEventListener('click', (event) => onClick(event, events), passive);
  document.addEventListener('keydown', (event) => onKey(event, events), passive);
  document.addEventListener('input', () => events.onMutations(null), passive);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearInterval(timer);
  });
  return () => observer.takeRecords().length > 0;
}

/** Only what a person did: pages make clicks of their own. */
function onClick(event: Event, events: PageEvents): void {
  if (event.isTrusted && event.target instanceof Element) events.onUserStop(event.target);
}

function onKey(event: KeyboardEvent, events: PageEvents): void {
  if (event.isTrusted && event.key === 'Escape') events.onUserStop(null);
}

function navigationOf(window: Window): EventTarget | null {
  const found: unknown = Reflect.get(window, 'navigation');
  return found instanceof EventTarget ? found : null;
}
