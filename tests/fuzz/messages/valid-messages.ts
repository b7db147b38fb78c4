/** A well-formed message of every type. */
import type { Random } from '../../../bench/random.ts';
import type { OwnMessage, PageMessage } from '../../../extension/shared/messages.ts';
import { defaultSettings, type Settings } from '../../../extension/shared/settings.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { importText } from './import-texts.ts';
import { below, isLucky, pick } from './pick.ts';
import { exchangeOf, fingerprintOf, healthOf, sites } from './valid-exchanges.ts';

type Making<Message extends { type: string }> = {
  [Type in Message['type']]: (
    random: Random,
    site: SiteId,
  ) => Omit<Extract<Message, { type: Type }>, 'type'>;
};

const tabIdOf = (random: Random) => pick(random, [null, 1, 2, 3]);

const budgetOf = (random: Random): Settings['budgets'][number] => ({
  id: `b${below(random, 5)}`,
  range: pick(random, ['day', 'month', 'year']),
  measure: pick(random, ['gramsCo2e', 'wattHours', 'tokens']),
  limit: 1 + below(random, 1e6),
  site: pick(random, [null, ...sites]),
  modelId: pick(random, [null, 'gpt-4o']),
});

const settingsOf = (random: Random): Settings => ({
  ...defaultSettings,
  consentedAt: isLucky(random, 0.97) ? 1_700_000_000_000 : null,
  badgeUnit: pick(random, ['gramsCo2e', 'wattHours', 'tokens']),
  region: pick(random, [null, 'fra', 'usa']),
  carbonIntensityGramsCo2ePerKilowattHour: pick(random, [null, 56]),
  pue: pick(random, [null, 1.2]),
  method: pick(random, [null, 'roofline', 'ecologits']),
  language: pick(random, ['auto', 'en', 'fr']),
  counterHiddenOn: isLucky(random, 0.5) ? [] : [pick(random, sites)],
  counterPlace: pick(random, [null, { x: random(), y: random() }]),
  budgets: isLucky(random, 0.6) ? [] : [budgetOf(random)],
});

const nothing = () => ({});

const pageMakers: Making<PageMessage> = {
  'watch/start': nothing,
  'exchange/progressed': (random, site) => ({ exchange: exchangeOf(random, site) }),
  'exchange/finished': (random, site) => ({ exchange: exchangeOf(random, site) }),
  'open/saved': (random) => ({ fingerprint: fingerprintOf(random) }),
  'open/take': (random) => ({ conversation: pick(random, ['', 'c1', 'c2']) }),
  'health/changed': (random, site) => ({ health: healthOf(random, site) }) as never,
  'counter/changed': (random) => ({
    place: pick(random, [null, { x: random(), y: random() }]),
    isCollapsed: isLucky(random, 0.5),
    isHidden: isLucky(random, 0.2),
  }),
};

const ownMakers: Making<OwnMessage> = {
  'summary/read': (random) => ({ tabId: tabIdOf(random) }),
  'series/read': (random) => ({ date: pick(random, ['2026', '2026-03', '2025-12']) }),
  'explanation/read': nothing,
  'choices/read': nothing,
  'settings/read': nothing,
  'settings/write': (random) => ({ settings: settingsOf(random) }),
  'ledger/export': (random) => ({ format: pick(random, ['json', 'csv']) }),
  'import/preview': (random) => ({ text: importText(random) }),
  'import/apply': (random) => ({ text: importText(random) }),
  'ledger/erase': nothing,
  'storage/read': nothing,
  'storage/check': nothing,
  'notices/dismiss': nothing,
  'diagnostics/read': (random) => ({ tabId: tabIdOf(random) }),
  'sites/changed': nothing,
};

/** What is erased must have had time to become something. */
const ERASE_SHARE = 0.02;

export interface SentMessage {
  type: string;
  [member: string]: unknown;
}

export function pageMessageOf(random: Random, site: SiteId): SentMessage {
  const type = pick(random, Object.keys(pageMakers) as PageMessage['type'][]);
  return { type, ...pageMakers[type](random, site) };
}

export function ownMessageOf(random: Random): SentMessage {
  const type = pick(random, Object.keys(ownMakers) as OwnMessage['type'][]);
  if (type === 'ledger/erase' && !isLucky(random, ERASE_SHARE)) return ownMessageOf(random);
  return { type, ...ownMakers[type](random, 'chatgpt') };
}

/** With these the ledger is as one that is used. */
export const agreement: SentMessage = {
  type: 'settings/write',
  settings: { ...defaultSettings, consentedAt: 1_700_000_000_000 },
};
