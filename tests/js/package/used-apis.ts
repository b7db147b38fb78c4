/** The browser's interfaces that the extension uses, and since which Chrome they are there. */
import ts from 'typescript';
import { filesIn } from '../../../tools/package/zip.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';

/** Manifest V3 begins with it: what is not told apart is at least as old. */
const FIRST_CHROME = 88;

function sources(): string[] {
  const folder = inRoot('extension');
  return filesIn(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}

const isOfChrome = (declaration: ts.Declaration) =>
  declaration.getSourceFile().fileName.includes('/@types/chrome/index.d.ts');

function sinceOf(symbol: ts.Symbol): number {
  const tag = symbol.getJsDocTags().find(({ name }) => name === 'since');
  const told = tag?.text?.map(({ text }) => text).join('') ?? '';
  return Number(/Chrome (\d+)/.exec(told)?.[1] ?? FIRST_CHROME);
}

/** It is tried before it is used. */
const isOptional = (node: ts.PropertyAccessExpression) =>
  ts.isCallExpression(node.parent) && node.parent.questionDotToken !== undefined;

/** Versions by name, such as `chrome.storage.session`; without what is called with `?.()`. */
export function usedApis(): Map<string, number> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['chrome'],
  };
  const program = ts.createProgram(sources(), options);
  const checker = program.getTypeChecker();
  const found = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isPropertyAccessExpression(node) || isOptional(node)) return;
    const symbol = checker.getSymbolAtLocation(node.name);
    if (!symbol?.declarations?.some(isOfChrome)) return;
    found.set(checker.getFullyQualifiedName(symbol), sinceOf(symbol));
  };
  for (const file of program.getSourceFiles()) {
    if (file.fileName.startsWith(`${inRoot('extension')}/`)) visit(file);
  }
  return found;
}
