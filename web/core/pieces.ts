/** What the core's memory for texts keeps between calls (web/core/inbox.ts). */
const PIECE_BYTES = 1 << 18;

/** The same bytes, in pieces that the core takes without growing. */
export async function* piecesOf(
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    for (let from = 0; from < part.length; from += PIECE_BYTES) {
      yield part.subarray(from, from + PIECE_BYTES);
    }
  }
}
