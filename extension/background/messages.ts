import { safeParse } from 'valibot';
import {
  type Answers,
  type OwnMessage,
  ownMessageSchema,
  type PageMessage,
  pageMessageSchema,
} from '../shared/messages.ts';
import { siteOrigins } from '../shared/site-facts.ts';
import { showHealth } from './badge.ts';
import { recordExchange } from './ledger.ts';
import { saveOpen, takeOpen } from './open-answers.ts';
import { engine, inTurn, readSalt, refreshBadge } from './state.ts';
import { healthKey, readSummary } from './summary.ts';

type Sender = chrome.runtime.MessageSender;
type Handlers<Message extends { type: keyof Answers }> = {
  [Type in Message['type']]: (
    message: Extract<Message, { type: Type }>,
    sender: Sender,
  ) => Promise<Answers[Type]>;
};

const stored = { isStored: true } as const;

/** What content scripts may ask for. */
const pageHandlers: Handlers<PageMessage> = {
  'watch/start': async () => ({ salt: await readSalt() }),
  'exchange/finished': async ({ exchange }) => {
    const gramme = await engine();
    await inTurn(() => recordExchange(gramme, chrome.storage.local, exchange));
    await refreshBadge();
    return stored;
  },
  'open/saved': async ({ fingerprint }) => {
    await inTurn(() => saveOpen(chrome.storage.session, fingerprint, Date.now()));
    return stored;
  },
  'open/take': async ({ conversation }) => ({
    fingerprint: await inTurn(() => takeOpen(chrome.storage.session, conversation, Date.now())),
  }),
  'health/changed': async ({ health }, sender) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return stored;
    await chrome.storage.session.set({ [healthKey(tabId)]: health });
    await showHealth(tabId, health);
    return stored;
  },
};

/** What only the extension's own pages may ask for. */
const ownHandlers: Handlers<OwnMessage> = {
  'summary/read': ({ tabId }) => readSummary(tabId),
  'settings/write': async ({ settings }) => {
    await inTurn(() => chrome.storage.local.set({ settings }));
    await refreshBadge();
    return stored;
  },
};

function isSitePage(sender: Sender): boolean {
  return sender.tab !== undefined && siteOrigins.includes(sender.origin ?? '');
}

function isOwnPage(sender: Sender): boolean {
  return sender.origin === `chrome-extension://${chrome.runtime.id}`;
}

/** The handler's work on a message that is well formed and from someone who may send it. */
function accepted(message: unknown, sender: Sender): (() => Promise<unknown>) | null {
  if (sender.id !== chrome.runtime.id) return null;
  if (isSitePage(sender)) {
    const parsed = safeParse(pageMessageSchema, message);
    if (!parsed.success) return null;
    const handle = pageHandlers[parsed.output.type] as (
      accepted: PageMessage,
      from: Sender,
    ) => Promise<unknown>;
    return () => handle(parsed.output, sender);
  }
  const parsed = isOwnPage(sender) ? safeParse(ownMessageSchema, message) : null;
  if (parsed === null || !parsed.success) return null;
  const handle = ownHandlers[parsed.output.type] as (accepted: OwnMessage) => Promise<unknown>;
  return () => handle(parsed.output);
}

/** Answers a message, or says why not; anything unknown is refused. */
export function onMessage(
  message: unknown,
  sender: Sender,
  respond: (answer: unknown) => void,
): boolean {
  const work = accepted(message, sender);
  if (work === null) {
    respond({ failure: 'refused' });
    return false;
  }
  work().then(respond, (error: unknown) => {
    respond({ failure: error instanceof Error ? error.message : 'failed' });
  });
  return true;
}
