import { readBlocks } from './markdown/blocks.ts';
import { codeIn, readCode } from './markdown/code.ts';
import { join, newReading, type Piece } from './markdown/piece.ts';

/**
 * Markdown rebuilt from the prose of an answer, because Markdown is what the model wrote and what
 * its tokens are, and the text a reader sees. Never throws on odd input: it reads less of it.
 */
export function readAnswer(prose: readonly Element[]): Piece {
  const reading = newReading();
  const parts: Piece[] = [];
  for (const root of prose) {
    const code = root.tagName === 'PRE' ? codeIn(root) : null;
    if (code === null) parts.push(join(readBlocks(root, reading), '\n\n'));
    else parts.push(readCode(root, code, reading));
  }
  return join(parts, '\n\n');
}
