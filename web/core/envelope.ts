import { GrammeError } from './error.ts';

type Envelope =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: string; path: string; message: string } };

/** The value of an answer of the core; its error is thrown. */
export function unwrap(answer: string): unknown {
  const envelope = JSON.parse(answer) as Envelope;
  if (envelope.ok) return envelope.value;
  const { code, path, message } = envelope.error;
  throw new GrammeError(code, path, message);
}
