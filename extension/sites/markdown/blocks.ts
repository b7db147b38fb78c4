import { codeIn, readCode } from './code.ts';
import { readInline } from './inline.ts';
import { readList } from './lists.ts';
import { isDisplayMath, readMath } from './math.ts';
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
import { readTable } from './tables.ts';

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE UL'.split(
    ' ',
  ),
);

/** Blocks inside an element: runs of inline content become paragraphs of their own. */
export function readBlocks(element: Element, reading: Reading): Piece[] {
  if (reading.depth >= maximumDepth) return [same(take(element.textContent ?? '', reading))];
  reading.depth++;
  const blocks: Piece[] = [];
  let run: Node[] = [];
  const endRun = () => {
    if (run.length > 0) blocks.push(trimmed(readInline(run, reading)));
    run = [];
  };
  for (const node of element.childNodes) {
    if (reading.charactersLeft <= 0) break;
    if (!(node instanceof Element) || !isBlock(node)) {
      run.push(node);
      continue;
    }
    endRun();
    blocks.push(readBlock(node, reading));
  }
  endRun();
  reading.depth--;
  return blocks.filter((block) => !isEmpty(block));
}

function isBlock(element: Element): boolean {
  if (isCitation(element)) return false;
  if (blockTags.has(element.tagName) || isDisplayMath(element)) return true;
  const first = element.firstElementChild;
  return first !== null && (blockTags.has(first.tagName) || isDisplayMath(first));
}

function readBlock(element: Element, reading: Reading): Piece {
  if (isDisplayMath(element)) return readMath(element, reading);
  if (isSkipped(element)) return nothing;
  const body = codeIn(element);
  if (body !== null) return readCode(element, body, reading);
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return readHeading(element, Number(level), reading);
  switch (element.tagName) {
    case 'HR':
      return { markdown: '---', visible: '' };
    case 'UL':
    case 'OL':
      return readList(element, (item) => readBlocks(item, reading));
    case 'TABLE':
      return readTable(element, reading);
    case 'BLOCKQUOTE':
      return quoted(join(readBlocks(element, reading), '\n\n'));
    default:
      return join(readBlocks(element, reading), '\n\n');
  }
}

/** The level as the page has it: real sites render `#` as h1, and each level costs one token. */
function readHeading(element: Element, level: number, reading: Reading): Piece {
  const text = trimmed(readInline(element.childNodes, reading));
  if (isEmpty(text)) return nothing;
  return { markdown: `${'#'.repeat(level)} ${text.markdown}`, visible: text.visible };
}

function quoted(piece: Piece): Piece {
  if (isEmpty(piece)) return nothing;
  const lines = piece.markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  return { markdown: lines.join('\n'), visible: piece.visible };
}

function trimmed(piece: Piece): Piece {
  return { markdown: piece.markdown.trim(), visible: piece.visible.trim() };
}
