import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { probeModule } from './sample.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const packaged = [
  'cli.mjs',
  'node.mjs',
  'web.mjs',
  'full.mjs',
  'require.cjs',
  'gramme.wasm',
  'gramme-full.wasm',
  'vocabulary',
  'types',
];

/** A project of somebody else, with the package in its node_modules and no other way to it. */
export interface Project {
  folder: string;
  write(files: Record<string, string>): void;
  /** Runs a program in the project; answers what it printed. Throws with all output on failure. */
  run(program: string, ...args: string[]): Promise<string>;
  remove(): void;
}

function installPackage(folder: string): void {
  const target = join(folder, 'node_modules/gramme');
  mkdirSync(join(target, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(target, 'package.json'));
  for (const name of packaged) {
    cpSync(join(root, 'dist', name), join(target, 'dist', name), { recursive: true });
  }
}

export function newProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-host-'));
  installPackage(folder);
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write({ 'package.json': '{"private":true,"type":"module"}', 'probe.mjs': probeModule });
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
