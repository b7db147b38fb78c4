import { type Gramme, GrammeError } from '../../web/core/node.ts';
import { COMPATIBLE, PROVIDERS, type Provider, providerOf } from './providers.ts';

/** A model as it was asked for: "gpt-5" or "groq:llama-3.3-70b-versatile". */
export interface Entry {
  label: string;
  /** Who serves it, where that was said. */
  provider: Provider | undefined;
  model: string;
}

export function listIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A name of the catalog is taken as it is: "mistral:7b" may be a model of one's own. */
function entryOf(gramme: Gramme, label: string): Entry {
  const colon = label.indexOf(':');
  const provider = colon < 0 ? undefined : providerOf(label.slice(0, colon).toLowerCase());
  const isWhole = provider === undefined || gramme.resolveModel({ model: label }).isInCatalog;
  if (isWhole) return { label, provider: undefined, model: label };
  return { label, provider, model: label.slice(colon + 1) };
}

/** Errors: missing_key without any, duplicate_id. */
export function entriesOf(gramme: Gramme, labels: string[]): Entry[] {
  if (labels.length === 0) {
    throw new GrammeError(
      'missing_key',
      '--models',
      'names separated by commas: gpt-5,claude-opus-4-5',
    );
  }
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice !== undefined) throw new GrammeError('duplicate_id', '--models', `"${twice}" twice`);
  return labels.map((label) => entryOf(gramme, label));
}

/** Who is asked: who was named, the address of one's own, else the model's maker. */
export function serverOf(gramme: Gramme, entry: Entry, hasOwnAddress: boolean): Provider {
  if (entry.provider !== undefined) return entry.provider;
  const maker = gramme.resolveModel({ model: entry.model }).provider;
  const found = hasOwnAddress
    ? providerOf(COMPATIBLE)
    : PROVIDERS.find(({ catalogId }) => catalogId === maker);
  if (found !== undefined) return found;
  const names = PROVIDERS.map(({ id }) => id).join(', ');
  throw new GrammeError(
    'unknown_provider',
    '--models',
    `say who is to be asked for "${entry.label}", such as groq:${entry.model}; known: ${names}`,
  );
}
