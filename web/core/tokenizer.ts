import type { GlueModule } from '#glue';
import type { CountRequest, TokenizerFacts } from './contracts.ts';
import { countMany } from './count-many.ts';
import type { Door } from './door.ts';
import { unwrap } from './envelope.ts';
import type { Inbox } from './inbox.ts';
import type { Tokenizer, TokenStream } from './token-contracts.ts';

/** From this length on, TextEncoder is faster than a loop over units. */
const LONG_UNITS = 32;

const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;

/** Whether a text has no half of a character at an end: TextEncoder would take it for a whole. */
const hasWholeEnds = (text: string) =>
  !isSurrogate(text.charCodeAt(0)) && !isSurrogate(text.charCodeAt(text.length - 1));

/** Parts are gathered up to so many units before they cross the door. */
const GATHERED_UNITS = 2048;

function openStream({ glue, inbox, figureOf }: Door, tokenizer: number): TokenStream {
  const stream = glue._gramme_open_stream(tokenizer);
  if (stream === 0) unwrap(glue.problem());
  // The glue puts the core's own function in place of a longer way to it at the first call.
  glue._gramme_append_utf16(stream, inbox.writeUnits(''));
  const appendUtf16 = glue._gramme_append_utf16;
  let gathered = '';
  const tokens = () => {
    const part = gathered;
    gathered = '';
    const isLong = part.length >= LONG_UNITS && hasWholeEnds(part);
    return figureOf(
      isLong
        ? glue._gramme_append_utf8(stream, inbox.write(part))
        : appendUtf16(stream, inbox.writeUnits(part)),
    );
  };
  return {
    append(part) {
      if (typeof part === 'string') {
        gathered += part;
        if (gathered.length > GATHERED_UNITS) tokens();
      } else {
        if (gathered !== '') tokens();
        figureOf(glue._gramme_append_utf8(stream, inbox.write(part)));
      }
    },
    replaceFrom(units, part) {
      tokens();
      figureOf(glue._gramme_truncate(stream, units));
      gathered = part;
    },
    tokens,
    finish() {
      if (gathered !== '') tokens();
      return figureOf(glue._gramme_finish(stream));
    },
    close: () => glue._gramme_close_stream(stream),
  };
}

/** Precondition: the vocabulary of the request is loaded. */
export function openTokenizer(glue: GlueModule, inbox: Inbox, request: CountRequest): Tokenizer {
  const opened = unwrap(glue.tokenizer(JSON.stringify(request))) as TokenizerFacts & {
    tokenizer: number;
  };
  const { tokenizer, ...facts } = opened;
  const isExact = facts.kind === 'exact';
  const figureOf: Door['figureOf'] = (central, low, high) => {
    if (Number.isNaN(central)) unwrap(glue.problem());
    if (isExact) return central;
    return { low: low ?? glue._gramme_low(), central, high: high ?? glue._gramme_high() };
  };
  const door = { glue, inbox, figureOf };
  const count = (text: string | Uint8Array) =>
    figureOf(glue._gramme_count(tokenizer, inbox.write(text)));
  return {
    ...facts,
    count,
    countMany: (texts) => countMany(door, tokenizer, texts),
    openStream: () => openStream(door, tokenizer),
  };
}
