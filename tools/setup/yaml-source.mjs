// yaml-cpp's source for the WASM tests: the system's source package, unpacked under build/_deps.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { run, StepError, step } from './steps.mjs';

const folder = inRoot('build/_deps');
const isUnpacked = () => existsSync(join(folder, 'yaml-cpp/CMakeLists.txt'));

/** Where this machine's own main archive is, read from apt itself. */
function mainArchive() {
  const format = '$(REPO_URI)|$(CODENAME)|$(COMPONENT)|$(ORIGIN)';
  const lines = execFileSync(
    'apt-get',
    ['indextargets', '--format', format, 'Created-By: Packages'],
    {
      encoding: 'utf8',
    },
  ).split('\n');
  const main = lines
    .map((line) => line.split('|'))
    .find(
      ([, codename, component, origin]) =>
        component === 'main' && origin === 'Debian' && /^[a-z]+$/.test(codename ?? ''),
    );
  if (main === undefined)
    throw new StepError('apt knows no main archive to take the source of yaml-cpp from');
  return { uri: main[0], codename: main[1] };
}

/** apt with a private source list, so that the machine's own lists stay as they are. */
function aptOptions() {
  const apt = join(folder, 'apt');
  mkdirSync(join(apt, 'lists/partial'), { recursive: true });
  mkdirSync(join(apt, 'cache/archives/partial'), { recursive: true });
  mkdirSync(join(apt, 'sources'), { recursive: true });
  const { uri, codename } = mainArchive();
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const signed = existsSync(keyring) ? `Signed-By: ${keyring}\n` : '';
  const list = `Types: deb-src\nURIs: ${uri}\nSuites: ${codename}\nComponents: main\n${signed}`;
  writeFileSync(join(apt, 'sources/source.sources'), list);
  return [
    '-q',
    '-o',
    'Dir::Etc::SourceList=/dev/null',
    '-o',
    `Dir::Etc::SourceParts=${join(apt, 'sources')}`,
    '-o',
    `Dir::State::Lists=${join(apt, 'lists')}`,
    '-o',
    `Dir::Cache=${join(apt, 'cache')}`,
  ];
}

async function download() {
  const options = aptOptions();
  const env = { ...process.env, LC_ALL: 'C' };
  await run('Reading the source lists', ['apt-get', ...options, 'update'], {
    name: 'yaml-update',
    cwd: folder,
    env,
  });
  const fetchSource = ['apt-get', ...options, 'source', '--download-only', 'yaml-cpp'];
  await run('Fetching the source of yaml-cpp', fetchSource, {
    name: 'yaml-source',
    cwd: folder,
    env,
  });
}

/** Makes sure yaml-cpp's source lies under build/_deps, or leaves it to CMake's own fetch. */
export async function fetchYamlSource() {
  if (isUnpacked()) return;
  if (spawnSync('which', ['apt-get'], { stdio: 'ignore' }).status !== 0) return;
  mkdirSync(folder, { recursive: true });
  const description = () => readdirSync(folder).find((name) => /^yaml-cpp.*\.dsc$/.test(name));
  if (description() === undefined) await download();
  await step('Unpacking yaml-cpp', () => {
    rmSync(join(folder, 'yaml-cpp'), { recursive: true, force: true });
    execFileSync('dpkg-source', ['--no-check', '-x', description(), 'yaml-cpp'], {
      cwd: folder,
      stdio: 'pipe',
    });
  });
}
