import assert from 'node:assert/strict';
import test from 'node:test';
import ts from 'typescript';
import { isScript, projectPaths, readText, type SourceFile, sourceFiles } from './sources.ts';

/** Written in parts, so that this file does not break its own rule. */
const BANNED_WORDS = [
  ['TO', 'DO'],
  ['FIX', 'ME'],
  ['NO', 'LINT'],
  ['biome', '-ignore'],
  ['ts', '-ignore'],
  ['ts', '-expect-error'],
  ['ts', '-nocheck'],
].map((parts) => parts.join(''));

const REGISTRIES = [
  ['registry.npmjs', '.org'],
  ['registry.yarnpkg', '.com'],
  ['npm.pkg.github', '.com'],
  ['pypi', '.org'],
  ['files.pythonhosted', '.org'],
  ['crates', '.io'],
  ['deb.debian', '.org'],
  ['proxy.golang', '.org'],
  ['artifactory', '.'],
].map((parts) => parts.join(''));

const PICTURE = /\.(png|ico|webp|jpg|woff2|wasm|gvoc)$/;

function nodesOf({ path, text }: SourceFile): ts.Node[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
}

function pathsWhere(isWrong: (file: SourceFile) => boolean): string[] {
  return sourceFiles(isScript)
    .filter(isWrong)
    .map(({ path }) => path);
}

test('nothing is left open, and no rule is switched off in place', () => {
  const wrong = sourceFiles(/./).flatMap(({ path, text }) =>
    BANNED_WORDS.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`),
  );
  assert.deepEqual(wrong, []);
});

test('no script uses the type any', () => {
  const hasAny = (file: SourceFile) =>
    nodesOf(file).some((node) => node.kind === ts.SyntaxKind.AnyKeyword);
  assert.ok(hasAny({ path: 'x.ts', text: 'let a: any;' }));
  assert.deepEqual(pathsWhere(hasAny), []);
});

test('no script has a default export', () => {
  const hasDefault = (file: SourceFile) => nodesOf(file).some(isDefaultExport);
  assert.ok(hasDefault({ path: 'x.ts', text: 'export default 1;' }));
  assert.ok(hasDefault({ path: 'x.ts', text: 'export default function f() {}' }));
  assert.deepEqual(pathsWhere(hasDefault), []);
});

test('no file names a package registry', () => {
  const wrong = projectPaths()
    .filter((path) => !PICTURE.test(path))
    .flatMap((path) => {
      const text = readText(path);
      return REGISTRIES.filter((host) => text.includes(host)).map((host) => `${path}: ${host}`);
    });
  assert.deepEqual(wrong, []);
});

test('no file holds the marks of a merge that was never finished', () => {
  const marks = /^(<{7} |={7}$|>{7} )/m;
  const texts = projectPaths().filter((path) =>
    /\.(md|ts|mjs|cpp|hpp|yaml|json|css|html|txt)$/.test(path),
  );
  assert.ok(texts.length > 300);
  assert.deepEqual(
    texts.filter((path) => marks.test(readText(path))),
    [],
  );
});
