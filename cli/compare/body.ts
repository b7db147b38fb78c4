import { Failure } from './failure.ts';

/** Far more than an answer of `--max-out-tokens`; a server that sends more is cut off. */
export const LARGEST_BODY_BYTES = 16 << 20;

/** Hands on the text of a body in pieces; the rest is not read when there is too much of it. */
export async function eachText(
  response: Response,
  mostBytes: number,
  take: (text: string) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel().catch(() => {});
      throw new Failure('too_large', `the answer has more than ${mostBytes} bytes`);
    }
    take(decoder.decode(value, { stream: true }));
  }
  take(decoder.decode());
}

export async function textOf(response: Response, mostBytes: number): Promise<string> {
  const parts: string[] = [];
  await eachText(response, mostBytes, (text) => parts.push(text));
  return parts.join('');
}
