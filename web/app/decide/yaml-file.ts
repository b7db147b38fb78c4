/** YAML that people edit here and keep as a file: comments and keys that no field shows stay as they are. */
import { type Document, parseDocument } from 'yaml';

/** The core takes no larger one. */
const MOST_BYTES = 1 << 20;
/** Aliases that are followed when something is read: a few of a list, never a bomb. */
const MOST_ALIASES = 100;

export type YamlDocument = Document;

/** What is wrong with a file, as the core would say it. */
export class YamlFault extends Error {
  readonly code = 'invalid_yaml';
  readonly path = '';
}

export function parseYaml(text: string): YamlDocument {
  if (text.length > MOST_BYTES) throw new YamlFault('at most 1 MiB');
  const document = parseDocument(text, { merge: false, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw new YamlFault(fault.message.split('\n')[0] ?? fault.code);
  return document;
}

/** Documents are never changed in place: each is read once, however many fields ask. */
const contents = new WeakMap<YamlDocument, unknown>();

/** The content as plain values. */
export function contentOf(document: YamlDocument): unknown {
  if (!contents.has(document)) {
    contents.set(document, document.toJS({ maxAliasCount: MOST_ALIASES }));
  }
  return contents.get(document);
}

/** Another document with that change: what is shown is always a whole one. */
export function changed(
  document: YamlDocument,
  change: (copy: YamlDocument) => void,
): YamlDocument {
  const copy = document.clone();
  change(copy);
  return copy;
}

/** Sets a value, or takes the key out where there is none. */
export function setIn(
  document: YamlDocument,
  path: readonly (string | number)[],
  value: unknown,
): YamlDocument {
  return changed(document, (copy) => {
    if (value === null) copy.deleteIn(path);
    else copy.setIn(path, copy.createNode(value, { flow: true }));
  });
}

export const textOf = (document: YamlDocument): string => document.toString({ lineWidth: 0 });
