import type { Figure } from './contracts.ts';
import type { Door } from './door.ts';

/** Short texts cross the door together, up to so many units; longer ones gain nothing by it. */
const BATCH_UNITS = 1 << 14;
const SHORT_UNITS = 100;
const BATCH_TEXTS = 1 << 11;
/** In the core's memory this ends a text; one that holds it crosses the door alone. */
const END = '\0';

/** Counts texts, many in each crossing. */
export function countMany(
  { glue, inbox, figureOf }: Door,
  tokenizer: number,
  texts: Iterable<string | Uint8Array>,
): Figure[] {
  const figures: Figure[] = [];
  let batch: string[] = [];
  let units = 0;
  const flush = () => {
    if (batch.length === 0) return;
    const bytes = inbox.write(batch.join(END) + END);
    figureOf(glue._gramme_count_many(tokenizer, batch.length, bytes));
    const ranges = inbox.readNumbers(3 * batch.length);
    for (let at = 0; at < ranges.length; at += 3) {
      figures.push(figureOf(ranges[at + 1] as number, ranges[at], ranges[at + 2]));
    }
    batch = [];
    units = 0;
  };
  for (const text of texts) {
    if (typeof text === 'string' && text.length <= SHORT_UNITS && !text.includes(END)) {
      batch.push(text);
      units += text.length;
      if (units > BATCH_UNITS || batch.length === BATCH_TEXTS) flush();
    } else {
      flush();
      figures.push(figureOf(glue._gramme_count(tokenizer, inbox.write(text))));
    }
  }
  flush();
  return figures;
}
