import assert from 'node:assert/strict';
import test from 'node:test';
import { readText } from './sources.ts';

interface Package {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface Lock {
  packages: Record<string, Record<string, unknown>>;
}

/** The project itself, and what the benches and the linter of the package install apart. */
for (const folder of ['', 'bench/peers/', 'tools/package/lint/']) {
  const manifest = JSON.parse(readText(`${folder}package.json`)) as Package;
  const lock = JSON.parse(readText(`${folder}package-lock.json`)) as Lock;
  const dependencies = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  test(`every dependency of ${folder}package.json has one exact version`, () => {
    assert.ok(dependencies.length > 0);
    const loose = dependencies.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  test(`${folder}package-lock.json holds the versions that package.json names`, () => {
    for (const [name, version] of dependencies) {
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
    }
  });

  test(`${folder}package-lock.json says what to install, not from where`, () => {
    const withAddress = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
    assert.deepEqual(withAddress, []);
  });

  test(`every package locked in ${folder}package-lock.json is checked by its hash`, () => {
    const withoutHash = Object.entries(lock.packages).filter(
      ([name, entry]) => name !== '' && entry.link !== true && typeof entry.integrity !== 'string',
    );
    assert.deepEqual(withoutHash, []);
  });
}

/** Where what people read stands, by language. */
const WORDS = [
  'extension/_locales/LANGUAGE/messages.json',
  'web/words/LANGUAGE.json',
  'web/widget/words/LANGUAGE.json',
  ...['', 'calculator/', 'compare/', 'data/', 'decide/', 'methods/'].map(
    (page) => `web/app/${page}words/LANGUAGE.json`,
  ),
];

for (const file of WORDS) {
  test(`English and French say the same things in ${file}`, () => {
    const keysOf = (language: string) => {
      const text = readText(file.replace('LANGUAGE', language));
      return Object.keys(JSON.parse(text) as object).sort();
    };
    assert.ok(keysOf('en').length > 0);
    assert.deepEqual(keysOf('fr'), keysOf('en'));
  });
}

test('a sentence that pages share stands nowhere else', () => {
  const keysOf = (file: string) =>
    Object.keys(JSON.parse(readText(file.replace('LANGUAGE', 'en'))) as object);
  const shared = new Set(keysOf('web/words/LANGUAGE.json'));
  const others = WORDS.filter((file) => file !== 'web/words/LANGUAGE.json');
  const twice = others.flatMap((file) => keysOf(file).filter((key) => shared.has(key)));
  assert.deepEqual(twice, []);
});

test('French sentences of every page are written as French ones', () => {
  for (const file of WORDS) {
    const words = JSON.parse(readText(file.replace('LANGUAGE', 'fr'))) as Record<
      string,
      { message: string }
    >;
    for (const [key, { message: written }] of Object.entries(words)) {
      // A word of a policy is quoted as policies are.
      const message = written.replace("'wasm-unsafe-eval'", '');
      assert.doesNotMatch(message, /[^\u202f][:;!?]/, `${file} ${key}`);
      assert.doesNotMatch(message, /'/, `${file} ${key}`);
      assert.doesNotMatch(message, /\b(tu|vous|votre|vos)\b/i, `${file} ${key}`);
    }
  }
});
