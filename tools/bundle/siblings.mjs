import { resolve } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { nameOf } from './entries.mjs';

/**
 * Bundles that import the source of an entry find the entry's own bundle beside them, so that the
 * package holds each entry, and each of its classes, once.
 */
export function siblings(sources, extension) {
  const names = new Map(sources.map((source) => [inRoot(source), nameOf(source)]));
  // Errors are of the one class that this entry hands on.
  const home = names.get(inRoot('web/core/node.ts'));
  if (home !== undefined) names.set(inRoot('web/core/error.ts'), home);
  return {
    name: 'siblings',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const name = names.get(resolve(resolveDir, path));
        return name === undefined
          ? undefined
          : { path: `./${name}${extension}`, external: true, sideEffects: false };
      });
    },
  };
}
