// The package as npm makes it of package.json and dist/.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

/** What `npm pack` tells about what it made. */
export interface NpmPackage {
  /** The packed file. */
  file: string;
  packedBytes: number;
  unpackedBytes: number;
  /** Hash as in lock files. */
  integrity: string;
  /** Paths inside the package. */
  paths: string[];
}

interface PackAnswer {
  filename: string;
  size: number;
  unpackedSize: number;
  integrity: string;
  files: { path: string }[];
}

/** Packs what is built into that folder. */
export function packNpm(folder: string): NpmPackage {
  mkdirSync(folder, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', folder];
  const shown = execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [answer] = JSON.parse(shown.toString()) as [PackAnswer];
  return {
    file: join(folder, answer.filename),
    packedBytes: answer.size,
    unpackedBytes: answer.unpackedSize,
    integrity: answer.integrity,
    paths: answer.files.map(({ path }) => path).sort(),
  };
}
