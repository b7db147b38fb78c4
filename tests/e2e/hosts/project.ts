import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type NpmPackage, packNpm } from '../../../tools/package/npm-package.ts';
import { probeModule } from './sample.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** An empty project of somebody else, into which the packed package was installed. */
export interface Project {
  folder: string;
  write(files: Record<string, string>): void;
  /** Runs a program in the project; answers what it printed. Throws with all output on failure. */
  run(program: string, ...args: string[]): Promise<string>;
  remove(): void;
}

let packed: NpmPackage | undefined;

/** The package as `npm pack` makes it; once in a process. */
export function packedPackage(): NpmPackage {
  if (packed !== undefined) return packed;
  const folder = mkdtempSync(join(tmpdir(), 'gramme-packed-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  packed = packNpm(folder);
  return packed;
}

/** Installs the package as users do, without network and without running anything of it. */
function installPackage(folder: string): void {
  const args = ['install', '--offline', '--ignore-scripts', packedPackage().file];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

export function newProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-host-'));
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write({ 'package.json': '{"private":true,"type":"module"}', 'probe.mjs': probeModule });
  installPackage(folder);
  return {
    folder,
    write,
    async run(program, ...args) {
      const running = promisify(execFile)(program, args, { cwd: folder });
      const { stdout } = await running.catch((error: Error & { stdout: string }) => {
        throw new Error(`${error.message}\n${error.stdout}`);
      });
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
