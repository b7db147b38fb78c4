import type { GlueModule } from '#glue';
import { GrammeError } from './error.ts';

/** The core refuses longer texts (docs/errors.md#too_large); they are not even copied. */
const LARGEST_TEXT_BYTES = 64 << 20;
/** A UTF-16 unit needs at most three bytes; longer texts are measured first. */
const LARGEST_GUESSED_BYTES = 8 << 20;
/** The core gives larger memory back after each call (src/wasm/bindings.cpp). */
const KEPT_BYTES = 1 << 20;
const FEWEST_BYTES = 1 << 16;

/** Puts texts where the core reads them, without a copy of its own. */
export interface Inbox {
  /** Writes a text; how many bytes of UTF-8 it has. */
  write(text: string | Uint8Array): number;
}

export function openInbox(glue: GlueModule): Inbox {
  const encoder = new TextEncoder();
  let view: Uint8Array = new Uint8Array();
  const room = (bytes: number): Uint8Array => {
    // A view of no length is one whose memory has grown away.
    if (view.length < bytes) view = glue.reserve(Math.max(bytes, FEWEST_BYTES));
    const roomy = view;
    if (view.length > KEPT_BYTES) view = new Uint8Array();
    return roomy;
  };
  return {
    write(text) {
      if (text.length > LARGEST_TEXT_BYTES) {
        throw new GrammeError('too_large', '/text', 'a text of more than 64 MiB is not counted');
      }
      if (typeof text === 'string' && text.length * 3 <= LARGEST_GUESSED_BYTES) {
        return encoder.encodeInto(text, room(text.length * 3)).written;
      }
      const bytes = typeof text === 'string' ? encoder.encode(text) : text;
      room(bytes.length).set(bytes);
      return bytes.length;
    },
  };
}
