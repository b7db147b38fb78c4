/** The one place where messages arrive: who may send what, and whether it is well formed. */
import { safeParse } from 'valibot';
import {
  type Answers,
  type OwnMessage,
  ownMessageSchema,
  type PageMessage,
  pageMessageSchema,
} from '../shared/messages.ts';
import { siteAt, siteFacts } from '../shared/site-facts.ts';
import type { SiteId } from '../sites/records.ts';
import { noteMessage } from './diagnostics.ts';
import { ownHandlers } from './own-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { isGranted } from './sites.ts';

export type Sender = chrome.runtime.MessageSender;
export type Handlers<Message extends { type: keyof Answers }> = {
  [Type in Message['type']]: (
    message: Extract<Message, { type: Type }>,
    sender: Sender,
  ) => Promise<Answers[Type]>;
};

type Work = () => Promise<unknown>;

/** The site whose page sends, or null. */
function siteOfPage({ tab, origin }: Sender): SiteId | null {
  return tab === undefined ? null : siteAt(origin ?? '');
}

function isOwnPage(sender: Sender): boolean {
  return sender.origin === `chrome-extension://${chrome.runtime.id}`;
}

/** A page tells of its own site alone. */
function isOfSite(message: PageMessage, site: SiteId): boolean {
  if ('exchange' in message) return message.exchange.site === site;
  return !('health' in message) || message.health.site === site;
}

/** A page in the back/forward cache does not hear that its site was taken back. */
async function whilePermitted(site: SiteId, work: Work): Promise<unknown> {
  if (siteFacts[site].isOptional && !(await isGranted(site))) throw new Error('refused');
  return work();
}

function fromPage(message: unknown, sender: Sender, site: SiteId): Work | null {
  const parsed = safeParse(pageMessageSchema, message);
  if (!parsed.success || !isOfSite(parsed.output, site)) return null;
  const { type } = parsed.output;
  const handle = pageHandlers[type] as (told: PageMessage, from: Sender) => Promise<unknown>;
  const tabId = sender.tab?.id;
  return () =>
    whilePermitted(site, () => {
      if (tabId !== undefined) void noteMessage(tabId, type).catch(() => undefined);
      return handle(parsed.output, sender);
    });
}

function fromOwnPage(message: unknown, sender: Sender): Work | null {
  const parsed = safeParse(ownMessageSchema, message);
  if (!parsed.success) return null;
  const handle = ownHandlers[parsed.output.type] as (
    asked: OwnMessage,
    from: Sender,
  ) => Promise<unknown>;
  return () => handle(parsed.output, sender);
}

/** The handler's work on a message that is well formed and from someone who may send it. */
function accepted(message: unknown, sender: Sender): Work | null {
  if (sender.id !== chrome.runtime.id) return null;
  const site = siteOfPage(sender);
  if (site !== null) return fromPage(message, sender, site);
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
