import { all } from '../select.ts';
import { readInline } from './inline.ts';
import type { Piece, Reading } from './piece.ts';

/** Rows of bars and dashes, as models write them: no padding to equal widths. */
export function readTable(table: Element, reading: Reading): Piece {
  const rows = all(table, 'tr').filter((row) => row.closest('table') === table);
  const lines: string[] = [];
  const visible: string[] = [];
  for (const row of rows) {
    if (reading.charactersLeft <= 0) break;
    const cells = Array.from(row.children).filter((cell) => /^T[DH]$/.test(cell.tagName));
    const pieces = cells.map((cell) => readInline(cell.childNodes, reading));
    lines.push(`| ${pieces.map((piece) => oneLine(piece.markdown)).join(' | ')} |`);
    visible.push(pieces.map((piece) => piece.visible).join(' '));
    if (lines.length === 1) lines.push(`|${cells.map(dashes).join('|')}|`);
  }
  return { markdown: lines.join('\n'), visible: visible.join('\n') };
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\n/g, '<br>')
    .replace(/(?<!\\)\|/g, '\\|');
}

function dashes(cell: Element): string {
  const style = /text-align:\s*(\w+)/.exec(cell.getAttribute('style') ?? '')?.[1];
  const align = style ?? cell.getAttribute('align') ?? '';
  if (align === 'center') return ':---:';
  return align === 'right' || align === 'end' ? '---:' : '---';
}
