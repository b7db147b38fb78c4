/** The one place where messages arrive: who may send what, and whether it is well formed. */
import { safeParse } from 'valibot';
import {
  type Answers,
  type OwnMessage,
  ownMessageSchema,
  type PageMessage,
  pageMessageSchema,
} from '../shared/messages.ts';
import { siteAt } from '../shared/site-facts.ts';
import { noteMessage } from './diagnostics.ts';
import { ownHandlers } from './own-handlers.ts';
import { pageHandlers } from './page-handlers.ts';

export type Sender = chrome.runtime.MessageSender;
export type Handlers<Message extends { type: keyof Answers }> = {
  [Type in Message['type']]: (
    message: Extract<Message, { type: Type }>,
    sender: Sender,
  ) => Promise<Answers[Type]>;
};

function isSitePage(sender: Sender): boolean {
  return sender.tab !== undefined && siteAt(sender.origin ?? '') !== null;
}

function isOwnPage(sender: Sender): boolean {
  return sender.origin === `chrome-extension://${chrome.runtime.id}`;
}

function fromPage(message: unknown, sender: Sender): (() => Promise<unknown>) | null {
  const parsed = safeParse(pageMessageSchema, message);
  if (!parsed.success) return null;
  const { type } = parsed.output;
  const handle = pageHandlers[type] as (told: PageMessage, from: Sender) => Promise<unknown>;
  const tabId = sender.tab?.id;
  return () => {
    if (tabId !== undefined) void noteMessage(tabId, type).catch(() => undefined);
    return handle(parsed.output, sender);
  };
}

function fromOwnPage(message: unknown, sender: Sender): (() => Promise<unknown>) | null {
  const parsed = safeParse(ownMessageSchema, message);
  if (!parsed.success) return null;
  const handle = ownHandlers[parsed.output.type] as (
    asked: OwnMessage,
    from: Sender,
  ) => Promise<unknown>;
  return () => handle(parsed.output, sender);
}

/** The handler's work on a message that is well formed and from someone who may send it. */
function accepted(message: unknown, sender: Sender): (() => Promise<unknown>) | null {
  if (sender.id !== chrome.runtime.id) return null;
  if (isSitePage(sender)) return fromPage(message, sender);
  return isOwnPage(sender) ? fromOwnPage(message, sender) : null;
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
