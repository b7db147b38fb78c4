import assert from 'node:assert/strict';
import test from 'node:test';
import ts from 'typescript';
import { cppFunctions } from './cpp-functions.ts';
import { isCpp, isScript, type SourceFile, sourceFiles } from './sources.ts';

const MOST_FILE_LINES = 250;
const MOST_FUNCTION_LINES = 40;

interface ScriptFunction {
  name: string;
  lines: number;
}

function isFunctionWithBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function nameOf(node: ts.Node): string {
  const isNamed = 'name' in node && node.name !== undefined;
  return isNamed ? (node.name as ts.Node).getText() : 'a function without a name';
}

function scriptFunctions({ path, text }: SourceFile): ScriptFunction[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const found: ScriptFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionWithBody(node)) {
      const lines = lineAt(node.getEnd()) - lineAt(node.getStart()) + 1;
      found.push({ name: nameOf(node), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('no source file has more than 250 lines', () => {
  const files = sourceFiles(/./);
  assert.ok(files.length > 100);
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_FILE_LINES);
  assert.deepEqual(long, []);
});

test('no C++ function has more than 40 lines', () => {
  const all = sourceFiles(isCpp).flatMap(({ path, text }) =>
    cppFunctions(text).map((span) => ({ path, ...span })),
  );
  assert.ok(all.length > 300);
  // A TEST_CASE is a function too.
  assert.deepEqual(
    all.filter(({ lines }) => lines > MOST_FUNCTION_LINES),
    [],
  );
});

test('no script function has more than 40 lines', () => {
  const all = sourceFiles(isScript).flatMap((file) =>
    scriptFunctions(file).map((span) => ({ path: file.path, ...span })),
  );
  assert.ok(all.length > 200);
  assert.deepEqual(
    all.filter(({ lines }) => lines > MOST_FUNCTION_LINES),
    [],
  );
});

test('the length of a script function is counted from its first to its last line', () => {
  const text = 'export function f() {\n  return [1].map((a) => a);\n}\n';
  const found = scriptFunctions({ path: 'x.ts', text });
  assert.deepEqual(
    found.map(({ lines }) => lines),
    [3, 1],
  );
});
