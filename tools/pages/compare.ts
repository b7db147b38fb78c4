import type { SiteId } from '../../extension/sites/records.ts';

/** What a page of `tests/fixtures/pages` must give; only the fields compared. */
export interface ExpectedPage {
  site: SiteId;
  generations: {
    trigger: string;
    conversation_path?: string | null;
    prompt: { text: string; repeated?: boolean };
    /** Messages that the model read, the prompt included. */
    context?: { messages: number };
    reply: {
      text: string;
      markdown: string;
      model: string;
      model_label: string;
      finish: string;
      images: string[];
      reasoning_seconds?: number | null;
    };
  }[];
  must_not_appear_in_counted_text?: string[];
}

/** What was observed: the records of `extension/sites`, with the visible text if it is known. */
export interface ObservedGeneration {
  dialect: string;
  prompt: { text: string; isNew: boolean; isEdited: boolean; hasEarlierTurns: boolean };
  reply: {
    markdown: string;
    visibleCharacters: number;
    visibleText?: string;
    imageCount: number;
    reasoningSeconds: number | null;
  };
  model: { label: string | null; source: string };
  finish: string;
  conversation: string | null;
}

export interface CompareOptions {
  countTokens(text: string): number;
  /** Largest relative difference of the tokens of a page's answers. */
  tokenTolerance: number;
}

/** Finish words of the pages that the records write otherwise. */
export const finishNames: Readonly<Record<string, string>> = { error: 'failed' };

/** Lists every difference in words; an empty list means the page was counted right. */
export function compareWithExpected(
  expected: ExpectedPage,
  observed: readonly ObservedGeneration[],
  options: CompareOptions,
): string[] {
  const problems: string[] = [];
  if (observed.length !== expected.generations.length) {
    const texts = observed.map((item) => JSON.stringify(item.reply.markdown.slice(0, 40)));
    problems.push(
      `${observed.length} generations instead of ${expected.generations.length}: ${texts.join(' ')}`,
    );
  }
  expected.generations.forEach((wanted, index) => {
    const found = observed[index];
    if (found !== undefined) problems.push(...compareOne(wanted, found, index + 1));
  });
  problems.push(...compareTokens(expected, observed, options));
  problems.push(...findForbidden(expected, observed));
  return problems;
}

type Fact = [name: string, found: unknown, wanted: unknown];

/** What stood before the prompt, and how long the page says that the model reasoned. */
function contextFacts(
  wanted: ExpectedPage['generations'][number],
  found: ObservedGeneration,
): Fact[] {
  const facts: Fact[] = [['prompt is edited', found.prompt.isEdited, wanted.trigger === 'edit']];
  if (wanted.context !== undefined) {
    const hasEarlier = wanted.context.messages > 1;
    facts.push(['earlier turns', found.prompt.hasEarlierTurns, hasEarlier]);
  }
  if (wanted.reply.reasoning_seconds !== undefined) {
    // This structure says that the model reasoned, and not for how long.
    const isSilent = found.dialect === 'response';
    const seconds = isSilent ? null : wanted.reply.reasoning_seconds;
    facts.push(['seconds of reasoning', found.reply.reasoningSeconds, seconds]);
  }
  return facts;
}

function compareOne(
  wanted: ExpectedPage['generations'][number],
  found: ObservedGeneration,
  number: number,
): string[] {
  const text = normalised(wanted.reply.text);
  const isNew = wanted.prompt.repeated !== true && wanted.trigger !== 'regenerate';
  const model = found.model.source === 'slug' ? wanted.reply.model : wanted.reply.model_label;
  const facts: Fact[] = [
    ...contextFacts(wanted, found),
    ['prompt is new', found.prompt.isNew, isNew],
    ['prompt text', normalised(found.prompt.text), normalised(wanted.prompt.text)],
    ['visible characters', found.reply.visibleCharacters, Array.from(text).length],
    ['visible text', found.reply.visibleText ?? text, text],
    ['finish', found.finish, finishNames[wanted.reply.finish] ?? wanted.reply.finish],
    ['model', found.model.label ?? model, model],
  ];
  const isImageOnly = text === '' && wanted.reply.images.length > 0;
  if (isImageOnly) facts.push(['images', found.reply.imageCount, wanted.reply.images.length]);
  if (wanted.conversation_path !== undefined && found.conversation !== null) {
    const path = wanted.conversation_path ?? '';
    facts.push(['conversation', path.endsWith(found.conversation), true]);
  }
  return facts
    .filter(([, is, should]) => is !== should)
    .map(
      ([name, is, should]) => `generation ${number}: ${name} is ${show(is)}, not ${show(should)}`,
    );
}

function compareTokens(
  expected: ExpectedPage,
  observed: readonly ObservedGeneration[],
  options: CompareOptions,
): string[] {
  const sum = (texts: string[]) =>
    texts.reduce((total, text) => total + options.countTokens(text), 0);
  const wanted = sum(expected.generations.map((item) => item.reply.markdown));
  const found = sum(observed.map((item) => item.reply.markdown));
  const share = wanted === 0 ? found : Math.abs(found - wanted) / wanted;
  if (share <= options.tokenTolerance) return [];
  return [`${found} output tokens instead of ${wanted} (${(share * 100).toFixed(1)} % off)`];
}

/** Labels of the page must not be counted, unless the text itself holds them. */
function findForbidden(expected: ExpectedPage, observed: readonly ObservedGeneration[]): string[] {
  const own = expected.generations.flatMap((item) => [item.reply.markdown, item.prompt.text]);
  const counted = observed.flatMap((item) => [item.reply.markdown, item.prompt.text]).join('\n');
  return (expected.must_not_appear_in_counted_text ?? [])
    .filter((label) => counted.includes(label) && !own.some((text) => text.includes(label)))
    .map((label) => `counted text holds ${show(label)}`);
}

export function normalised(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
