// Debian packages by name, fetched with apt and unpacked under build/bench; nothing is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { root } from '../drivers/driver.ts';

const folder = `${root}build/bench/packages`;

const archiveOf = (name: string) => readdirSync(folder).find((file) => file.startsWith(`${name}_`));

function download(name: string): string {
  console.error(`fetching the package ${name}`);
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;
  const { status, stderr } = spawnSync('apt-get', ['-q', 'download', name], options);
  const archive = archiveOf(name);
  if (status === 0 && archive !== undefined) return archive;
  throw new Error(`apt-get download ${name} failed; apt-get update may help:\n${stderr ?? ''}`);
}

export interface UnpackedPackage {
  /** Name and version: what identifies the texts taken from it. */
  identity: string;
  folder: string;
}

export function unpackPackage(name: string): UnpackedPackage {
  mkdirSync(folder, { recursive: true });
  const archive = `${folder}/${archiveOf(name) ?? download(name)}`;
  const unpacked = `${folder}/${name}`;
  if (!existsSync(unpacked)) execFileSync('dpkg-deb', ['-x', archive, unpacked]);
  const version = execFileSync('dpkg-deb', ['-f', archive, 'Version'], { encoding: 'utf8' });
  return { identity: `${name} ${version.trim()}`, folder: unpacked };
}
