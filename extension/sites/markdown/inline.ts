import { withoutZeroWidth } from '../text.ts';
import { isMath, readMath } from './math.ts';
import {
  isEmpty,
  join,
  maximumDepth,
  nothing,
  type Piece,
  type Reading,
  same,
  take,
} from './piece.ts';
import { isCitation, isSkipped } from './skip.ts';

const marks: Readonly<Record<string, string>> = {
  B: '**',
  STRONG: '**',
  I: '*',
  EM: '*',
  S: '~~',
  DEL: '~~',
  STRIKE: '~~',
};

/** Reads text and inline elements. */
export function readInline(nodes: Iterable<Node>, reading: Reading): Piece {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    if (reading.charactersLeft <= 0) break;
    if (node instanceof Text) pieces.push(same(take(plain(node.data), reading)));
    else if (node instanceof Element) pieces.push(readElement(node, reading));
  }
  return join(pieces, '');
}

/** Line breaks stay: a soft break in the page is one the model wrote. */
function plain(text: string): string {
  return withoutZeroWidth(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n');
}

function readElement(element: Element, reading: Reading): Piece {
  if (isMath(element)) return readMath(element, reading);
  if (isCitation(element)) return readCitation(reading);
  if (isSkipped(element)) return nothing;
  switch (element.tagName) {
    case 'BR':
      return same('\n');
    case 'CODE':
    case 'KBD':
    case 'SAMP':
      return readCodeSpan(element, reading);
    case 'A':
      return readLink(element, reading);
    case 'IMG':
      return readImage(element);
    default:
      return wrap(readChildren(element, reading), marks[element.tagName] ?? '');
  }
}

function readChildren(element: Element, reading: Reading): Piece {
  if (reading.depth >= maximumDepth) return same(take(element.textContent ?? '', reading));
  reading.depth++;
  const piece = readInline(element.childNodes, reading);
  reading.depth--;
  return piece;
}

/** Marks stand against the text, outer spaces outside of them: `a **b** c`. */
function wrap(piece: Piece, mark: string): Piece {
  if (mark === '' || piece.markdown.trim() === '') return piece;
  const [, before = '', text = '', after = ''] =
    /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.markdown) ?? [];
  return { markdown: before + mark + text + mark + after, visible: piece.visible };
}

function readCodeSpan(element: Element, reading: Reading): Piece {
  const text = take(withoutZeroWidth(element.textContent ?? ''), reading);
  if (text === '') return nothing;
  const fence = text.includes('`') ? '``' : '`';
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return { markdown: fence + pad + text + pad + fence, visible: text };
}

function readLink(element: Element, reading: Reading): Piece {
  const label = readChildren(element, reading);
  const address = element.getAttribute('href') ?? '';
  const isBare = label.visible.trim() === address || label.visible.trim() === '';
  if (isEmpty(label) || isBare || !/^(https?:|mailto:|\/|#)/.test(address)) return label;
  return { markdown: `[${label.markdown}](${take(address, reading)})`, visible: label.visible };
}

/** Only images with a public address: a data address was put there by the page. */
function readImage(element: Element): Piece {
  const address = element.getAttribute('src') ?? '';
  const label = element.getAttribute('alt') ?? '';
  if (label === '' || !/^https?:/.test(address)) return nothing;
  return { markdown: `![${label}](${address})`, visible: '' };
}

/**
 * The model did write a source mark where the page shows a pill. Its exact text cannot be read
 * back, so a short numbered one of about the same length stands for it; readers see no text.
 */
function readCitation(reading: Reading): Piece {
  reading.citations++;
  return { markdown: `[[cite:${reading.citations}]]`, visible: '' };
}
