import type { TokenCount } from '../../web/core/contracts.ts';
import { ask } from '../shared/ask.ts';
import { localDate } from '../shared/dates.ts';
import type { CountedExchange } from '../shared/exchange.ts';
import type { Generation } from '../sites/records.ts';
import type { CountText } from './engine.ts';
import { saltedHash } from './fingerprint.ts';

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
  return {
    id: generation.id,
    site,
    dialect: generation.dialect,
    conversation: generation.conversation === null ? '' : saltedHash(generation.conversation, salt),
    chat: generation.chat ?? '',
    model: { label, source: generation.model.source },
    prompt: counted(await count(prompt.text, request)),
    isPromptNew: prompt.isNew,
    isPromptEdited: prompt.isEdited,
    hasEarlierTurns: prompt.hasEarlierTurns,
    earlierTokens:
      earlier.length === 0 ? null : (await count(earlier.join('\n\n'), request)).tokens,
    output: counted(await count(reply.markdown, request)),
    reasoningSeconds: reply.reasoningSeconds,
    visibleCharacters: reply.visibleCharacters,
    imageCount: reply.imageCount,
    finish: generation.finish,
    startedAt: Math.round(generation.startedAt),
    finishedAt: Math.round(finishedAt),
    date: localDate(generation.startedAt),
    pageWarnings: pageWarnings(generation),
  };
}

/** Reports finished generations one after another, so that their order is kept. */
export function newReporter(
  count: CountText,
  salt: string,
): (generation: Generation, earlier: string[]) => void {
  let last: Promise<unknown> = Promise.resolve();
  return (generation, earlier) => {
    const report = async () => {
      const exchange = await countGeneration({ generation, earlier }, count, salt);
      await ask({ type: 'exchange/finished', exchange });
    };
    // A report that fails after all its tries must not hold up the next one.
    last = last.then(report).catch(() => undefined);
  };
}
