/** Messages with their senders, well-formed and not, and whether they may be taken. */
import { is, safeParse } from 'valibot';
import type { Random } from '../../../bench/random.ts';
import type { Sender } from '../../../extension/background/messages.ts';
import {
  ownMessageSchema,
  type PageMessage,
  pageMessageSchema,
} from '../../../extension/shared/messages.ts';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { mutated, randomValue } from './mutations.ts';
import { isLucky, pick } from './pick.ts';
import { OWN_ID, originOf, ownPage, ownSender, pageSender, wrongSender } from './senders.ts';
import { sites } from './valid-exchanges.ts';
import { ownMessageOf, pageMessageOf } from './valid-messages.ts';

export interface Sent {
  message: unknown;
  sender: Sender;
  /** Changed after it was well formed. */
  isMutated: boolean;
}

const VALID_SHARE = 0.05;
const WRONG_SENDER_SHARE = 0.12;
const RANDOM_SHARE = 0.08;
const OWN_SHARE = 0.25;
const OTHER_SITE_SHARE = 0.05;

function mutatedOften(random: Random, message: unknown): unknown {
  const once = mutated(random, message);
  return isLucky(random, 0.3) ? mutatedOften(random, once) : once;
}

/** A page's message from our page, or ours from a page, is refused too. */
function senderOf(random: Random, isOwn: boolean, site: SiteId): Sender {
  if (isLucky(random, WRONG_SENDER_SHARE)) return wrongSender(random);
  const isSwapped = isLucky(random, 0.05);
  return isOwn !== isSwapped ? ownSender(random) : pageSender(random, site);
}

export function sentOf(random: Random): Sent {
  const isOwn = isLucky(random, OWN_SHARE);
  const site = pick(random, sites);
  const sender = senderOf(random, isOwn, site);
  if (isLucky(random, RANDOM_SHARE)) {
    return { message: randomValue(random), sender, isMutated: true };
  }
  const told = isLucky(random, OTHER_SITE_SHARE) ? pick(random, sites) : site;
  const valid = isOwn ? ownMessageOf(random) : pageMessageOf(random, told);
  if (isLucky(random, VALID_SHARE)) return { message: valid, sender, isMutated: false };
  return { message: mutatedOften(random, valid), sender, isMutated: true };
}

function siteOf({ tab, origin }: Sender): SiteId | undefined {
  return tab === undefined ? undefined : sites.find((site) => originOf(site) === origin);
}

/** A page tells of its own site alone. */
function isOfSite(message: PageMessage, site: SiteId): boolean {
  if ('exchange' in message) return message.exchange.site === site;
  return !('health' in message) || message.health.site === site;
}

/** Said anew here, so that what is taken is known from elsewhere than from what takes it. */
export function isAllowed({ message, sender }: Sent, permitted: ReadonlySet<SiteId>): boolean {
  if (sender.id !== OWN_ID) return false;
  const site = siteOf(sender);
  if (site === undefined) return sender.origin === ownPage.origin && is(ownMessageSchema, message);
  const isHeard = !siteFacts[site].isOptional || permitted.has(site);
  const { success, output } = safeParse(pageMessageSchema, message);
  return isHeard && success && isOfSite(output, site);
}
