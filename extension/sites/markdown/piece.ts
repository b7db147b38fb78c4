import { maximumCharacters } from '../text.ts';

/** The same content twice: as the model wrote it, and as a reader sees it. */
export interface Piece {
  markdown: string;
  visible: string;
}

/** What one reading carries along: limits against hostile pages, and numbering. */
export interface Reading {
  charactersLeft: number;
  depth: number;
  citations: number;
}

/** Deeper than any real answer; below it only the raw text is read. */
export const maximumDepth = 120;

export const nothing: Piece = { markdown: '', visible: '' };

export function newReading(): Reading {
  return { charactersLeft: maximumCharacters, depth: 0, citations: 0 };
}

export function same(text: string): Piece {
  return { markdown: text, visible: text };
}

export function isEmpty(piece: Piece): boolean {
  return piece.markdown === '';
}

/** Joins what is not empty. Visible neighbours are always apart, the reader sees two blocks. */
export function join(pieces: readonly Piece[], separator: string): Piece {
  const kept = pieces.filter((piece) => piece.markdown !== '' || piece.visible !== '');
  const gap = separator === '' ? '' : '\n';
  return {
    markdown: kept.map((piece) => piece.markdown).join(separator),
    visible: kept.map((piece) => piece.visible).join(gap),
  };
}

/** Takes text from the budget of a reading; past the budget there is nothing. */
export function take(text: string, reading: Reading): string {
  const taken = text.slice(0, Math.max(0, reading.charactersLeft));
  reading.charactersLeft -= taken.length;
  return taken;
}
