/** Where answers and events of streams say how many tokens they took, and from which model. */
import { at, textAt } from './json-at.ts';

/** Records of an event that may hold another one's usage: of the whole answer so far. */
const INNER = ['message', 'response'] as const;

/**
 * The record of tokens in a response or an event of the OpenAI, Anthropic, Google or Vercel AI SDK;
 * undefined where there is none. The AI SDK's may be a promise.
 */
export function reportIn(event: unknown): unknown {
  const own =
    at(event, 'totalUsage') ??
    at(event, 'usage') ??
    at(event, 'usageMetadata') ??
    at(event, 'x_groq', 'usage');
  if (own !== undefined && own !== null) return own;
  for (const name of INNER) {
    const inner = at(event, name, 'usage') ?? undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The model that answers, as the provider names it. */
export function modelIn(event: unknown): string | undefined {
  const own = textAt(event, 'model') ?? textAt(event, 'modelVersion');
  if (own !== undefined) return own;
  const names = INNER.map((name) => textAt(event, name, 'model') ?? textAt(event, name, 'modelId'));
  return names.find((name) => name !== undefined);
}
