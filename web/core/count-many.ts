import type { Figure } from './contracts.ts';
import type { Door } from './door.ts';

/** Texts cross the door together, up to so many units. */
const BATCH_UNITS = 1 << 14;
/** In the core's memory this ends a text; one that holds it crosses the door alone. */
const END = '\0';

/** Counts texts, many in each crossing. */
export function countMany(
  { glue, inbox, figureOf }: Door,
  tokenizer: number,
  texts: Iterable<string | Uint8Array>,
): Figure[] {
  const figures: Figure[] = [];
  let batch = '';
  let size = 0;
  const flush = () => {
    if (size === 0) return;
    figureOf(glue._gramme_count_many(tokenizer, inbox.write(batch)));
    const ranges = inbox.readNumbers(3 * size);
    for (let at = 0; at < ranges.length; at += 3) {
      figures.push(figureOf(ranges[at + 1] as number, ranges[at], ranges[at + 2]));
    }
    batch = '';
    size = 0;
  };
  for (const text of texts) {
    if (typeof text === 'string' && text.length <= BATCH_UNITS && !text.includes(END)) {
      batch += text + END;
      size++;
      if (batch.length > BATCH_UNITS) flush();
    } else {
      flush();
      figures.push(figureOf(glue._gramme_count(tokenizer, inbox.write(text))));
    }
  }
  flush();
  return figures;
}
