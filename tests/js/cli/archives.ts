import { type ZipOptions, zipSync } from 'fflate';

const ENTRY_MARK = 0x02014b50;
const HEADER_MARK = 0x04034b50;

export type Files = Record<string, string | Uint8Array>;

/** A real archive, in the order of its names here. */
export function zipOf(files: Files, options: ZipOptions = {}): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { level: 6, ...options });
}

/** Where the records with this mark begin. */
function placesOf(archive: Uint8Array, mark: number): number[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const places = [];
  for (let at = 0; at + 4 <= archive.length; at++) {
    if (view.getUint32(at, true) === mark) places.push(at);
  }
  return places;
}

/** A copy of an archive whose directory says something else about each file. */
export function withDirectory(
  archive: Uint8Array,
  change: (view: DataView, at: number, index: number) => void,
): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  placesOf(copy, ENTRY_MARK).forEach((at, index) => {
    change(view, at, index);
  });
  return copy;
}

/** Where the first file's header begins, and its packed bytes. */
export function firstFile(archive: Uint8Array): { header: number; data: number } {
  const [header = 0] = placesOf(archive, HEADER_MARK);
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return { header, data };
}

/** An answer in a log. */
export function answerLine(id: number): string {
  return `${JSON.stringify({
    id: `chatcmpl-${String(id).padStart(12, '0')}`,
    created: 1767225600,
    model: 'gpt-4o',
    usage: { prompt_tokens: 900, completion_tokens: 250 },
  })}\n`;
}

/** An export with one conversation, of one question and one answer. */
export function conversationsOf(id: string): string {
  const message = (sender: string, text: string) => ({
    uuid: `${id}-${sender}-0000000000`,
    sender,
    text,
    created_at: '2026-01-01T00:00:00Z',
  });
  const messages = [message('human', 'What does it weigh?'), message('assistant', 'A few grams.')];
  return JSON.stringify([{ uuid: id, chat_messages: messages }]);
}
