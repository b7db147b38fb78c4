import { join, type Piece } from './piece.ts';

/** Reads the children of an element as blocks; given by the caller, so files stay in one order. */
export type BlockReader = (element: Element) => Piece[];

/** Lists are written tight: page markup does not tell loose lists that were meant. */
export function readList(list: Element, readBlocks: BlockReader): Piece {
  const isOrdered = list.tagName === 'OL';
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 0;
  const items: Piece[] = [];
  for (const child of list.children) {
    if (child.tagName !== 'LI') items.push(...readBlocks(child));
    if (child.tagName !== 'LI') continue;
    const value = Number.parseInt(child.getAttribute('value') ?? '', 10);
    if (Number.isFinite(value)) number = value;
    items.push(readItem(child, isOrdered ? `${number}. ` : '- ', readBlocks));
    number++;
  }
  return join(items, '\n');
}

function readItem(item: Element, marker: string, readBlocks: BlockReader): Piece {
  const content = readBlocks(item);
  const markdown = content.reduce(
    (text, block) => text + gapBefore(text, block) + block.markdown,
    '',
  );
  const indent = ' '.repeat(marker.length);
  return {
    markdown: marker + taskMark(item) + markdown.replace(/\n(?!\n|$)/g, `\n${indent}`),
    visible: content.map((block) => block.visible).join('\n'),
  };
}

/** A list below its item's text follows at once; other blocks keep their blank line. */
function gapBefore(text: string, block: Piece): string {
  if (text === '' || block.markdown === '') return '';
  return /^(- |\d+\. )/.test(block.markdown) ? '\n' : '\n\n';
}

function taskMark(item: Element): string {
  const box = item.querySelector(
    ':scope > input[type="checkbox"], :scope > p > input[type="checkbox"], :scope > label > input[type="checkbox"]',
  );
  if (!(box instanceof HTMLInputElement)) return '';
  return box.checked ? '[x] ' : '[ ] ';
}
