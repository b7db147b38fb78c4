import type { TokenCount } from '../../web/core/contracts.ts';
import type { LiveFigures } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { localDate } from '../shared/dates.ts';
import type { CountedExchange } from '../shared/exchange.ts';
import type { Generation } from '../sites/records.ts';
import type { CountText } from './counting-port.ts';
import { saltedHash } from './fingerprint.ts';
import type { Tell } from './outbox.ts';

const LONGEST_LABEL = 120;

function counted(count: TokenCount): CountedExchange['output'] {
  return { tokens: count.tokens, kind: count.kind, encoding: count.encoding };
}

/** What the page showed but could not give numbers for (docs/errors.md). */
function pageWarnings(generation: Generation): string[] {
  const { reply } = generation;
  const warnings = ['context_not_counted'];
  // Shown seconds are estimated from by the core, which says so itself.
  const isReasoningLost = reply.hasHiddenReasoning && reply.reasoningSeconds === null;
  if (isReasoningLost) warnings.push('hidden_reasoning_not_counted');
  if (reply.hasToolUse) warnings.push('tool_use_not_counted');
  if (reply.imageCount > 0) warnings.push('image_not_counted');
  return warnings;
}

/** What is to be counted: texts, dropped as soon as they are. */
export interface Told {
  generation: Generation;
  /** Texts of turns above the prompt that nobody may have counted. */
  earlier: string[];
}

/** Counts a finished generation: from here on there is no text any more. */
export async function countGeneration(
  { generation, earlier }: Told,
  count: CountText,
  salt: string,
): Promise<CountedExchange> {
  const { prompt, reply, site } = generation;
  const label = generation.model.label?.slice(0, LONGEST_LABEL) ?? null;
  const request = label === null ? { site } : { site, model: label };
  const finishedAt = generation.finishedAt ?? Date.now();
  // Asked at once: one life of the background is enough for all of them.
  const [promptCount, outputCount, earlierCount] = await Promise.all([
    count(prompt.text, request),
    count(reply.markdown, request),
    earlier.length === 0 ? null : count(earlier.join('\n\n'), request),
  ]);
  return {
    id: generation.id,
    site,
    dialect: generation.dialect,
    conversation: generation.conversation === null ? '' : saltedHash(generation.conversation, salt),
    chat: generation.chat ?? '',
    model: { label, source: generation.model.source },
    prompt: counted(promptCount),
    isPromptNew: prompt.isNew,
    isPromptEdited: prompt.isEdited,
    hasEarlierTurns: prompt.hasEarlierTurns,
    earlierTokens: earlierCount?.tokens ?? null,
    output: counted(outputCount),
    reasoningSeconds: reply.reasoningSeconds,
    visibleCharacters: reply.visibleCharacters,
    imageCount: reply.imageCount,
    finish: generation.finish,
    startedAt: Math.round(generation.startedAt),
    finishedAt: Math.round(finishedAt),
    date: localDate(generation.startedAt),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
    pageWarnings: pageWarnings(generation),
  };
}

/** Tries at a time; the outbox comes back to what was not acknowledged. */
const MOST_TRIES = 3;

export interface Reporting {
  count: CountText;
  salt: string;
  outbox(tell: Tell): void;
  /** The answer is stored; what it and its conversation weigh. */
  onTold(figures: LiveFigures): void;
}

/**
 * Reports finished generations in their order. A text is let go of as soon as it is counted; the
 * numbers stay until they are acknowledged.
 */
export function newReporter({
  count,
  salt,
  outbox,
  onTold,
}: Reporting): (generation: Generation, earlier: string[]) => void {
  return (generation, earlier) => {
    let told: Told | null = { generation, earlier };
    let exchange: CountedExchange | null = null;
    outbox(async () => {
      if (told !== null) exchange = await countGeneration(told, count, salt);
      told = null;
      if (exchange === null) return;
      const message = { type: 'exchange/finished', exchange } as const;
      onTold(await ask(message, { mostTries: MOST_TRIES }));
    });
  };
}
