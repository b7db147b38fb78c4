// The project's own files, as git knows them: what the house rules judge.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const CODE = /^(src|include|extension|web|cli|tools|tests|bench)\/.*\.(cpp|hpp|ts|mts|mjs|cjs|js)$/;

export interface SourceFile {
  path: string;
  text: string;
}

export function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Tracked and new files; a file that is only ignored is not the project's. */
export function projectPaths(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const out = execFileSync('git', list, { cwd: fileURLToPath(ROOT), encoding: 'utf8' });
  const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
  });
  const gone = new Set(deleted.split('\0'));
  return out.split('\0').filter((path) => path !== '' && !gone.has(path));
}

/** Code of the project, without fixtures, which are data. */
export function sourceFiles(pattern: RegExp): SourceFile[] {
  return projectPaths()
    .filter((path) => CODE.test(path) && !path.startsWith('tests/fixtures/') && pattern.test(path))
    .map((path) => ({ path, text: readText(path) }));
}

export const isCpp = /\.(cpp|hpp)$/;
export const isScript = /\.(ts|mts|mjs|cjs|js)$/;
