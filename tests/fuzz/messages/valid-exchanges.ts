/** Exchanges and what belongs to them, as a content script of ours would tell them. */
import type { Random } from '../../../bench/random.ts';
import type { CountedExchange } from '../../../extension/shared/exchange.ts';
import { siteFacts } from '../../../extension/shared/site-facts.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { below, isLucky, pick } from './pick.ts';

export const sites = Object.keys(siteFacts) as SiteId[];

const LABELS = ['gpt-4o', 'GPT-5.5 Thinking', 'Claude Opus 4.8', 'Gemini 3 Pro', 'any', null];
const DATES = ['2026-03-28', '2026-03-29', '2026-02-28', '2025-12-31', '2026-11-21'];
const WARNINGS = ['context_not_counted', 'image_not_counted', 'tool_use_not_counted'];
const NEWEST = Date.parse('2026-11-21T12:00:00Z');

export const idOf = (random: Random): string => `id-${below(random, 1e6)}`;

const figure = (random: Random): CountedExchange['output']['tokens'] => {
  const central = below(random, 5000);
  return isLucky(random, 0.5) ? central : { low: central, central, high: 2 * central };
};

const counted = (random: Random): CountedExchange['output'] => ({
  tokens: figure(random),
  kind: pick(random, ['exact', 'estimated', 'reported'] as const),
  encoding: 'o200k_base',
});

export function exchangeOf(random: Random, site: SiteId): CountedExchange {
  const finishedAt = NEWEST - below(random, 1e9);
  return {
    id: idOf(random),
    site,
    dialect: pick(random, ['section', 'article', 'turns']),
    conversation: pick(random, ['', 'c1', 'c2', 'c3', `c${below(random, 200)}`]),
    chat: pick(random, ['', 'tab-1', 'tab-2']),
    model: { label: pick(random, LABELS), source: pick(random, ['slug', 'picker', 'none']) },
    prompt: counted(random),
    isPromptNew: isLucky(random, 0.8),
    isPromptEdited: isLucky(random, 0.1),
    hasEarlierTurns: isLucky(random, 0.5),
    earlierTokens: isLucky(random, 0.7) ? null : figure(random),
    output: counted(random),
    reasoningSeconds: isLucky(random, 0.7) ? null : below(random, 120),
    visibleCharacters: below(random, 20_000),
    imageCount: below(random, 3),
    finish: pick(random, ['complete', 'stopped', 'failed', 'interrupted']),
    startedAt: finishedAt - below(random, 60_000),
    finishedAt,
    date: pick(random, DATES),
    zone: pick(random, ['Europe/Paris', '', 'Asia/Tokyo']),
    pageWarnings: isLucky(random, 0.5) ? [] : [pick(random, WARNINGS)],
  };
}

export const fingerprintOf = (random: Random) => ({
  id: idOf(random),
  conversation: pick(random, [null, 'c1', 'c2']),
  startedAt: NEWEST,
  savedAt: Date.now() - below(random, 1000),
  isNewPrompt: true,
  isEdited: false,
  hasEarlierTurns: isLucky(random, 0.5),
  promptLength: below(random, 1000),
  promptHash: 'a1b2',
  replyLength: below(random, 1000),
  replyHash: 'c3d4',
});

export const healthOf = (random: Random, site: SiteId) =>
  pick(random, [
    { state: 'watching', site, dialect: 'section' },
    { state: 'idle', site, reason: 'not_a_chat' },
    { state: 'blind', site, reason: 'page_not_recognised' },
  ]);
