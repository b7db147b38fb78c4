/** An address of the package and its sources. */
export interface Entry {
  address: string;
  node: string;
  web?: string;
}

export const ENTRIES: readonly Entry[];

/** Files of dist/ that applications copy or address as they are. */
export const FILES: readonly string[];

export const nodeSources: readonly string[];
export const webSources: readonly string[];

/** A bundle's name: that of its source. */
export function nameOf(source: string): string;

/** The members of package.json that say where the entries are. */
export function publishedMembers(): Record<'main' | 'types' | 'exports' | 'typesVersions', unknown>;
