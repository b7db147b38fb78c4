// System packages: installed with apt when that is allowed, else listed with the command to run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { run, StepError } from './steps.mjs';

/** Debian package → a file or program that shows it is there. */
const PACKAGES = [
  ['build-essential', 'g++'],
  ['cmake', 'cmake'],
  ['ninja-build', 'ninja'],
  ['emscripten', '/usr/share/emscripten/emcc.py'],
  ['nlohmann-json3-dev', '/usr/include/nlohmann/json.hpp'],
  ['libyaml-cpp-dev', '/usr/include/yaml-cpp/yaml.h'],
  ['libnlopt-dev', '/usr/include/nlopt.h'],
  ['catch2', '/usr/include/catch2/catch.hpp'],
  ['dpkg-dev', 'dpkg-source'],
  ['xz-utils', 'xz'],
  ['chromium', 'chromium'],
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'],
];

const hasProgram = (name) => spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
const hasEmsdk = () => Boolean(process.env.EMSDK ?? process.env.EMSCRIPTEN_ROOT);
const isPresent = (probe) => (probe.startsWith('/') ? existsSync(probe) : hasProgram(probe));

/** Packages whose probe is not found on this machine. */
export function missingPackages() {
  return PACKAGES.filter(
    ([name, probe]) => !(name === 'emscripten' && hasEmsdk()) && !isPresent(probe),
  ).map(([name]) => name);
}

/** The words that make apt-get run as root, or null when that is not possible here. */
function privilege() {
  if (!hasProgram('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : null;
}

const isOwnedByPackage = (file) =>
  spawnSync('dpkg', ['-S', file], { stdio: 'ignore' }).status === 0;

/**
 * The system's emscripten depends on the package nodejs, whose older Node would overwrite one that
 * was put at /usr/bin/node by hand. An empty package of that name tells apt that Node is there.
 */
async function keepOwnNode(asRoot) {
  const node = existsSync('/usr/bin/node') ? realpathSync('/usr/bin/node') : '';
  if (node === '' || isOwnedByPackage(node)) return;
  const folder = inRoot('build/_deps/nodejs-stand-in');
  mkdirSync(`${folder}/DEBIAN`, { recursive: true });
  const architecture = execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim();
  const control = [
    'Package: nodejs',
    `Version: ${process.versions.node}-0standin`,
    `Architecture: ${architecture}`,
    'Multi-Arch: allowed',
    'Maintainer: Gramme set-up <root@localhost>',
    'Description: says that the Node.js at /usr/bin/node was installed by hand',
  ];
  writeFileSync(`${folder}/DEBIAN/control`, `${control.join('\n')}\n`);
  await run('Telling apt that Node is installed already', ['dpkg-deb', '--build', folder], {
    name: 'nodejs-stand-in',
  });
  await run('Registering it', [...asRoot, 'dpkg', '-i', `${folder}.deb`], {
    name: 'nodejs-register',
  });
}

function explain(missing) {
  const list = missing.join(' ');
  return [
    'Some system packages are missing and this user may not install them:',
    `  ${list}`,
    'Ask for them, or run as root on Debian 12:',
    `  apt-get update && apt-get install --no-install-recommends ${list}`,
  ].join('\n');
}

/** Makes sure every system package is there. */
export async function installSystemPackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const asRoot = privilege();
  if (asRoot === null) throw new StepError(explain(missing));
  console.log(`  system packages to install: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('Reading the package lists', [...asRoot, 'apt-get', 'update', '-q'], {
    name: 'apt-update',
    env,
  });
  await keepOwnNode(asRoot);
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing];
  await run('Installing system packages', [...asRoot, ...install], { name: 'apt-install', env });
  const still = missingPackages();
  if (still.length > 0) throw new StepError(explain(still));
}
