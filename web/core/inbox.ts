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
  /** Writes a text as UTF-16; how many units it has. Fastest for short ones. */
  writeUnits(text: string): number;
}

function checkSize(length: number): void {
  if (length <= LARGEST_TEXT_BYTES) return;
  throw new GrammeError('too_large', '/text', 'a text of more than 64 MiB is not counted');
}

export function openInbox(glue: GlueModule): Inbox {
  const encoder = new TextEncoder();
  let view: Uint8Array = new Uint8Array();
  let units: Uint16Array = new Uint16Array();
  const room = (bytes: number): Uint8Array => {
    // A view of no length is one whose memory has grown away.
    if (view.length < bytes) view = glue.reserve(Math.max(bytes, FEWEST_BYTES));
    const roomy = view;
    if (view.length > KEPT_BYTES) view = new Uint8Array();
    return roomy;
  };
  return {
    write(text) {
      checkSize(text.length);
      if (typeof text === 'string' && text.length * 3 <= LARGEST_GUESSED_BYTES) {
        return encoder.encodeInto(text, room(text.length * 3)).written;
      }
      const bytes = typeof text === 'string' ? encoder.encode(text) : text;
      room(bytes.length).set(bytes);
      return bytes.length;
    },
    writeUnits(text) {
      const { length } = text;
      checkSize(2 * length);
      const bytes = room(2 * length);
      if (units.buffer !== bytes.buffer || units.byteOffset !== bytes.byteOffset) {
        units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
      }
      for (let index = 0; index < length; index++) units[index] = text.charCodeAt(index);
      return length;
    },
  };
}
