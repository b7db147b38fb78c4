import { hasStopButton, readControls } from './controls.ts';
import { type LastExchange, lastExchange, proseOf } from './exchange.ts';
import { firstKey, keyOf, positionOf } from './keys.ts';
import { readAnswer } from './markdown.ts';
import { all, has, isOrHas, lastOf } from './select.ts';
import { endsWithTool, readSurroundings } from './surroundings.ts';
import { countCharacters, normalise, typedText } from './text.ts';
import type {
  ControlSelectors,
  Dialect,
  DialectSelectors,
  EndMark,
  Glance,
  Look,
  PromptLook,
  ReplyLook,
} from './types.ts';

/** Earlier prompts looked at; a page that mounts the whole history stays cheap. */
const earlierPromptLimit = 40;
const promptBeginning = 200;
/** Read at once, while the page waits: some fifty pages of text. */
const mostEarlierCharacters = 100_000;

/** Builds a dialect from its table of selectors. */
export function dialectFrom(table: DialectSelectors, controls: ControlSelectors): Dialect {
  let last: Looked | null = null;
  const look = (page: Document): Look => {
    const exchange = lastExchange(page, table);
    last = { exchange, look: lookAt(page, exchange, { table, controls }) };
    return last.look;
  };
  return {
    id: table.id,
    isBusyByGrowth: table.isBusyByGrowth,
    matches: (page) => has(page, table.matches),
    glance: (page) => glanceAt(page, table, controls),
    look,
    lookAgain: (page) => {
      if (last === null || !isMounted(last.exchange)) return look(page);
      return { ...last.look, reply: readReply(last.exchange, table) };
    },
    earlier: (page) => earlierAt(page, table),
  };
}

function glanceAt(page: Document, table: DialectSelectors, controls: ControlSelectors): Glance {
  const { prompt, replies, prose } = lastExchange(page, table);
  return {
    isBusy: has(page, table.busy) || hasStopButton(page, controls),
    promptKey: prompt === null ? null : keyOf(prompt, table.promptKeys),
    promptLength: prompt === null ? -1 : rawLength(prompt),
    replyKey: firstKey(replies, table.replyKeys),
    replyLength: proseLength(prose),
    prose,
  };
}

export function proseLength(prose: readonly Element[]): number {
  return prose.reduce((sum, root) => sum + rawLength(root), 0);
}

function rawLength(element: Element): number {
  return (element.textContent ?? '').length;
}

/** A reading with the nodes it was made of, for reading the same ones again. */
interface Looked {
  exchange: LastExchange;
  look: Look;
}

function isMounted({ prompt, replies, prose }: LastExchange): boolean {
  const roots = prompt === null ? [...replies, ...prose] : [prompt, ...replies, ...prose];
  return prose.length > 0 && roots.every((root) => root.isConnected);
}

interface Selectors {
  table: DialectSelectors;
  controls: ControlSelectors;
}

function lookAt(page: Document, exchange: LastExchange, { table, controls }: Selectors): Look {
  const around = readControls(page, controls);
  return {
    ...around,
    dialect: table.id,
    isBusy: around.hasStopButton || has(page, table.busy),
    prompt: exchange.prompt === null ? null : readPrompt(exchange.prompt, table),
    reply: exchange.replies.length === 0 ? null : readReply(exchange, table),
    earlierPrompts: exchange.prompts
      .slice(-1 - earlierPromptLimit, -1)
      .map((prompt) => promptMark(readPrompt(prompt, table))),
    hasEarlierTurns: exchange.prompts.length > 1 || exchange.earlierReplies.length > 0,
  };
}

/** Texts of the turns mounted before the last prompt, the nearest first, up to a cap. */
function earlierAt(page: Document, table: DialectSelectors): string[] {
  const { prompts, prompt, earlierReplies } = lastExchange(page, table);
  const asked = prompts.slice(0, -1).map((root) => () => readPrompt(root, table).text);
  const answered = earlierReplies.map((root) => () => readAnswer(proseOf(root, table)).markdown);
  const texts: string[] = [];
  let characters = 0;
  if (prompt === null) return texts;
  for (const read of [...asked.reverse(), ...answered.reverse()]) {
    if (characters > mostEarlierCharacters) break;
    const text = read();
    characters += text.length;
    texts.push(text);
  }
  return texts;
}

/** What a prompt is remembered by: its id, else the beginning of its text. */
export function promptMark(prompt: PromptLook): string {
  return prompt.key ?? `text:${normalise(prompt.text.slice(0, promptBeginning))}`;
}

function readPrompt(prompt: Element, table: DialectSelectors): PromptLook {
  const inner = all(prompt, table.promptText);
  const roots = inner.length === 0 && prompt.matches(table.promptText) ? [prompt] : inner;
  return {
    key: keyOf(prompt, table.promptKeys),
    text: roots.map(typedText).join('\n\n'),
    position: positionOf(prompt, table.promptPositions),
  };
}

function readReply(exchange: LastExchange, table: DialectSelectors): ReplyLook {
  const { replies, prose } = exchange;
  const answer = readAnswer(prose);
  const visibleText = normalise(answer.visible);
  const around = readSurroundings(exchange);
  const finds = (selector: string) => replies.some((root) => isOrHas(root, selector));
  return {
    key: firstKey(replies, table.replyKeys),
    modelSlug: readSlug(replies, table),
    markdown: answer.markdown,
    visibleText,
    visibleCharacters: countCharacters(visibleText),
    imageCount: replies.reduce((sum, root) => sum + all(root, table.images).length, 0),
    hasHiddenReasoning: around.hasReasoningLabel || finds(table.reasoning),
    reasoningSeconds: around.reasoningSeconds,
    hasToolUse: around.toolLabels.length > 0 || finds(table.tools),
    endsWithTool: endsWithTool(around.toolLabels, prose),
    endMark: readEndMark(around.hasStopNote, finds, table),
  };
}

function readSlug(replies: readonly Element[], table: DialectSelectors): string | null {
  const attribute = table.modelSlug;
  if (attribute === null) return null;
  const named = replies.flatMap((root) => [
    ...(root.hasAttribute(attribute) ? [root] : []),
    ...all(root, `[${attribute}]`),
  ]);
  return lastOf(named)?.getAttribute(attribute)?.trim() || null;
}

function readEndMark(
  hasStopNote: boolean,
  finds: (selector: string) => boolean,
  table: DialectSelectors,
): EndMark {
  if (finds(table.failed)) return 'failed';
  if (hasStopNote) return 'stopped';
  return finds(table.complete) ? 'complete' : null;
}
