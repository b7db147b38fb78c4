/** The browser as the background sees it, in memory: what it is told is written down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { OWN_ID } from './senders.ts';

const QUOTA_BYTES = 10_485_760;
const OWN = `chrome-extension://${OWN_ID}/`;
const folder = fileURLToPath(new URL('../../../dist/extension/', import.meta.url));

export interface StubArea {
  items: Map<string, unknown>;
  /** Keys that were written since they were looked at. */
  fresh: Set<string>;
}

export interface BrowserStub {
  local: StubArea;
  session: StubArea;
  /** Optional sites that are permitted now. */
  permitted: Set<SiteId>;
  /** How often anything was changed: storage, toolbar, scripts, notifications. */
  changes(): number;
}

function newArea(noteChange: () => void) {
  const items = new Map<string, unknown>();
  const fresh = new Set<string>();
  const sizes = new Map<string, number>();
  const forget = (key: string) => {
    if (!items.delete(key)) return;
    sizes.delete(key);
    noteChange();
  };
  const used = () => [...sizes.values()].reduce((total, size) => total + size, 0);
  const put = (key: string, text: string) => {
    items.set(key, JSON.parse(text));
    sizes.set(key, key.length + text.length);
    fresh.add(key);
  };
  const api = {
    QUOTA_BYTES,
    get: async (keys: string[] | null) => {
      const found = (keys ?? [...items.keys()]).filter((key) => items.has(key));
      return Object.fromEntries(found.map((key) => [key, structuredClone(items.get(key))]));
    },
    set: async (changed: Record<string, unknown>) => {
      const texts = Object.entries(changed).map(([key, value]) => [key, JSON.stringify(value)]);
      const size = texts.reduce((total, [, text]) => total + (text?.length ?? 0), 0);
      if (used() + size > QUOTA_BYTES) throw new Error('Resource::kQuotaBytes quota exceeded');
      for (const [key = '', text] of texts) if (text !== undefined) put(key, text);
      noteChange();
    },
    remove: async (keys: string[]) => keys.forEach(forget),
    clear: async () => [...items.keys()].forEach(forget),
    getKeys: async () => [...items.keys()],
    getBytesInUse: async () => used(),
  };
  return { area: { items, fresh }, api };
}

function readOwnFile(address: unknown): Promise<Response> {
  const url = String(address);
  if (!url.startsWith(OWN)) return Promise.reject(new Error(`a request: ${url}`));
  return Promise.resolve(new Response(readFileSync(join(folder, url.slice(OWN.length)))));
}

function isPermitted(pattern: string, permitted: ReadonlySet<SiteId>): boolean {
  const found = Object.entries(siteFacts).find(([, { host }]) => pattern === `https://${host}/*`);
  return found !== undefined && (!found[1].isOptional || permitted.has(found[0] as SiteId));
}

/** Puts the stub where the background looks for its browser. */
export function installBrowser(): BrowserStub {
  let count = 0;
  const noteChange = () => {
    count += 1;
  };
  const changing = async () => noteChange();
  const local = newArea(noteChange);
  const session = newArea(noteChange);
  const permitted = new Set<SiteId>();
  const action = {
    setBadgeBackgroundColor: changing,
    setBadgeTextColor: changing,
    setBadgeText: changing,
    setTitle: changing,
  };
  const runtime = {
    id: OWN_ID,
    getURL: (path: string) => OWN + path,
    getManifest: () => ({ version: '0.1.0' }),
  };
  const tabs = { query: async () => [{ id: 1 }, { id: 2 }], sendMessage: async () => undefined };
  const permissions = {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.length > 0 && origins.every((pattern) => isPermitted(pattern, permitted)),
  };
  const scripting = {
    getRegisteredContentScripts: async () => [],
    registerContentScripts: changing,
    unregisterContentScripts: changing,
    executeScript: async () => [],
  };
  const i18n = { getUILanguage: () => 'en', getMessage: (key: string) => key };
  const storage = { local: local.api, session: session.api };
  const stub = { action, i18n, permissions, runtime, scripting, storage, tabs };
  Object.assign(globalThis, { chrome: stub, fetch: readOwnFile });
  // Node has one of its own in later versions.
  const navigator = { userAgent: 'stub' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  return { local: local.area, session: session.area, permitted, changes: () => count };
}
