import { newRandom } from '../../random.ts';
import type { SourceFile } from './sources.ts';

export interface ChatParts {
  /** Paragraphs by language, in the order of `SHARES`. */
  prose: string[][];
  code: SourceFile[];
}

/** English, French, Arabic, Chinese, Japanese. */
const SHARES = [0.6, 0.16, 0.08, 0.08, 0.08];
const LIST_SHARE = 0.35;
const CODE_SHARE = 0.35;
/** Sizes are spread around their median by a factor of e each way. */
const MEDIAN_CHARACTERS = 900;
const SPREAD = 0.9;

/** Hands out texts from the start on, each once; begins again only when all are used. */
function dispenser<T>(items: T[]): () => T {
  let next = 0;
  return () => items[next++ % items.length] as T;
}

function* codeBlocks(files: SourceFile[], random: () => number): Generator<string> {
  for (;;) {
    for (const { fence, text } of files) {
      const lines = text.split('\n');
      for (let at = 0; at < lines.length; ) {
        const count = 6 + Math.floor(random() * 24);
        yield `\`\`\`${fence}\n${lines.slice(at, at + count).join('\n')}\n\`\`\``;
        at += count;
      }
    }
  }
}

const asList = (paragraph: string) =>
  paragraph
    .split(/(?<=[.;:!?。；：！？،])\s*/)
    .filter((part) => part !== '')
    .map((part) => `- **${part.slice(0, 12).trim()}** ${part.slice(12).trim()}`)
    .join('\n');

/** The place of the language that a number from 0 to 1 falls on. */
function languageOf(share: number): number {
  let sum = 0;
  return SHARES.findIndex((part) => {
    sum += part;
    return share < sum;
  });
}

/** Messages as chats hold them: paragraphs, lists and code blocks of the given texts. */
export function makeChat(parts: ChatParts, count: number, seed: number): string[] {
  const random = newRandom(seed);
  const nextParagraph = parts.prose.map(dispenser);
  const blocks = codeBlocks(parts.code, random);
  return Array.from({ length: count }, () => {
    const next = nextParagraph[Math.max(0, languageOf(random()))] ?? (() => '');
    const size = MEDIAN_CHARACTERS * Math.exp(SPREAD * (random() + random() - 1) * 2);
    const pieces: string[] = [];
    for (let length = 0; length < size; length += pieces.at(-1)?.length ?? size) {
      const kind = random();
      if (kind < CODE_SHARE && pieces.length > 0) pieces.push(String(blocks.next().value));
      else pieces.push(kind > 1 - LIST_SHARE / 2 ? asList(next()) : next());
    }
    return pieces.join('\n\n');
  });
}
