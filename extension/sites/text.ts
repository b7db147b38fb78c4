import { lastOf } from './select.ts';

/** A hostile page may hold any amount of text; what lies beyond is not read. */
export const maximumCharacters = 2_000_000;

const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/g;

export function withoutZeroWidth(text: string): string {
  return text.replace(zeroWidth, '');
}

/** Text as compared and counted: no zero-width characters, every run of white space one space. */
export function normalise(text: string): string {
  return withoutZeroWidth(text).replace(/\s+/g, ' ').trim();
}

/** Code points rather than UTF-16 units, so that an emoji is one character on every platform. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
    if (!isSecondHalf) count++;
  }
  return count;
}

const notTyped = new Set(['BUTTON', 'SCRIPT', 'STYLE', 'SVG', 'svg', 'TEXTAREA', 'IMG']);
const paragraphs = new Set(['P', 'DIV', 'LI', 'PRE', 'BLOCKQUOTE', 'UL', 'OL']);

/** What a person typed, line breaks kept: paragraphs become blank lines, `<br>` a line break. */
export function typedText(root: Element): string {
  const pieces: string[] = [];
  let length = 0;
  let node: Node | null = root.firstChild;
  while (node !== null && length < maximumCharacters) {
    if (node instanceof Text) {
      pieces.push(node.data);
      length += node.data.length;
    }
    const isSkipped = node instanceof Element && isNotTyped(node);
    if (node instanceof Element && node.tagName === 'BR') pieces.push('\n');
    node = following(node, root, { isSkipped, pieces });
  }
  const text = withoutZeroWidth(pieces.join('').slice(0, maximumCharacters));
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function isNotTyped(element: Element): boolean {
  return notTyped.has(element.tagName) || element.matches('.sr-only, .cdk-visually-hidden');
}

/** Next node in document order without recursion: depth costs nothing. */
function following(
  node: Node,
  root: Element,
  walk: { isSkipped: boolean; pieces: string[] },
): Node | null {
  if (!walk.isSkipped && node.firstChild !== null) return node.firstChild;
  let current: Node | null = node;
  while (current !== null && current !== root) {
    if (isParagraph(current) && lastOf(walk.pieces) !== '\n\n') walk.pieces.push('\n\n');
    if (current.nextSibling !== null) return current.nextSibling;
    current = current.parentNode;
  }
  return null;
}

function isParagraph(node: Node): boolean {
  return node instanceof Element && paragraphs.has(node.tagName);
}
