import type { GlueModule } from '#glue';
import { GrammeError } from './error.ts';

/** The core refuses longer texts (docs/errors.md#too_large); they are not even copied. */
const LARGEST_TEXT_BYTES = 64 << 20;
/** A UTF-16 unit needs at most three bytes; longer texts are measured first. */
const LARGEST_GUESSED_BYTES = 8 << 20;
/** The core gives larger memory back after each call (src/wasm/bindings.cpp). */
const KEPT_BYTES = 1 << 18;
const FEWEST_BYTES = 1 << 16;

/** Puts texts where the core reads them, without a copy of its own. */
export interface Inbox {
  /** Writes a text; how many bytes of UTF-8 it has. */
  write(text: string | Uint8Array): number;
  /** Writes a text as UTF-16; how many units it has. Fastest for short ones. */
  writeUnits(text: string): number;
  /** Numbers that the core has left in the same place. */
  readNumbers(count: number): Float64Array;
}

function checkSize(length: number): void {
  if (length <= LARGEST_TEXT_BYTES) return;
  throw new GrammeError('too_large', '/text', 'a text of more than 64 MiB is not counted');
}

export function openInbox(glue: GlueModule): Inbox {
  const encoder = new TextEncoder();
  let bytes: Uint8Array = new Uint8Array();
  let units: Uint16Array = new Uint16Array();
  /** Room in `bytes` and `units`, which are views of the same memory; empty once it has grown away. */
  const reserve = (size: number) => {
    bytes = glue.reserve(size);
    units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  };
  const makeRoom = (size: number) => {
    if (bytes.length >= size && bytes.length <= KEPT_BYTES) return;
    reserve(Math.max(size, FEWEST_BYTES));
  };
  return {
    write(text) {
      checkSize(text.length);
      if (typeof text === 'string' && text.length * 3 <= LARGEST_GUESSED_BYTES) {
        makeRoom(text.length * 3);
        return encoder.encodeInto(text, bytes).written;
      }
      const encoded = typeof text === 'string' ? encoder.encode(text) : text;
      makeRoom(encoded.length);
      bytes.set(encoded);
      return encoded.length;
    },
    writeUnits(text) {
      const { length } = text;
      checkSize(2 * length);
      makeRoom(2 * length);
      for (let index = 0; index < length; index++) units[index] = text.charCodeAt(index);
      return length;
    },
    readNumbers(count) {
      // The core may have moved the place to make room for them.
      reserve(count * Float64Array.BYTES_PER_ELEMENT);
      return new Float64Array(bytes.buffer, bytes.byteOffset, count);
    },
  };
}
