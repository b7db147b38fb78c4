/** What packed files begin with. */
const GZIP_MARK = Uint8Array.of(0x1f, 0x8b);
const ZIP_MARKS = [Uint8Array.of(0x50, 0x4b, 3, 4), Uint8Array.of(0x50, 0x4b, 5, 6)];

const beginsWith = (head: Uint8Array, mark: Uint8Array) =>
  mark.every((byte, index) => head[index] === byte);

export const isGzip = (head: Uint8Array): boolean => beginsWith(head, GZIP_MARK);

export const isZip = (head: Uint8Array): boolean =>
  ZIP_MARKS.some((mark) => beginsWith(head, mark));
