import type { Gramme } from '../../core/gramme-contracts.ts';

/** A text as its tokens cut it. */
export interface TokenPieces {
  pieces: TokenPiece[];
  /** The text goes on after the pieces. */
  isCut: boolean;
}

export interface TokenPiece {
  text: string;
  /** More than one where tokens meet within a character. */
  ids: number[];
}

/** Of longer texts the beginning is shown: colours are for reading, counts are of all of it. */
const MOST_UNITS = 20_000;
/** A character of four bytes is at most four tokens; sequences of joined characters begin anew. */
const MOST_IDS = 8;

/** A text's beginning, never ending within a surrogate pair. */
function beginningOf(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  const last = text.charCodeAt(MOST_UNITS - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MOST_UNITS - 1 : MOST_UNITS);
}

/** Half a surrogate pair is counted as U+FFFD; so it is shown. */
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

/** Cuts a text into its tokens; null where the encoding is not public. */
export async function piecesOf(
  gramme: Gramme,
  text: string,
  model: string,
): Promise<TokenPieces | null> {
  if (!gramme.resolveModel({ model }).isExact) return null;
  const shown = wellFormed(beginningOf(text));
  const { ids } = await gramme.encode(shown, { model });
  const pieces: TokenPiece[] = [];
  let place = 0;
  let open: number[] = [];
  for (const id of ids) {
    open.push(id);
    const written = await gramme.decode(open, { model });
    if (!shown.startsWith(written, place)) {
      if (open.length >= MOST_IDS) return null;
      continue;
    }
    pieces.push({ text: written, ids: open });
    place += written.length;
    open = [];
  }
  return { pieces, isCut: shown.length < text.length };
}
