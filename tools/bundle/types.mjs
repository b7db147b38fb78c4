// Type declarations of the package, straight from the sources of its entries.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { inRoot } from '../setup/paths.mjs';
import { nameOf, nodeSources, webSources } from './entries.mjs';

const folder = inRoot('dist/types');

function declarationOptions() {
  const { config } = ts.readConfigFile(inRoot('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: ['web'] },
    ts.sys,
    inRoot(),
  );
  return {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    rootDir: inRoot('web'),
    outDir: folder,
    types: ['node'],
  };
}

function emit(program) {
  const { diagnostics } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length === 0) return;
  const host = {
    getCurrentDirectory: inRoot,
    getCanonicalFileName: String,
    getNewLine: () => '\n',
  };
  throw new Error(ts.formatDiagnostics(all, host));
}

/** Where a declaration names another file. */
const NAMED = /((?:from|import\()\s*['"])(\.[^'"]+)\.[jt]s(['"])/g;

/** The declarations that a declaration names, as files. */
function namedBy(file) {
  const found = readFileSync(file, 'utf8').matchAll(NAMED);
  return [...found].map(([, , path]) => join(dirname(file), `${path}.d.ts`));
}

/**
 * Leaves the declarations that entries lead to, with imports as older compilers know them: what no
 * entry leads to says what users cannot reach.
 */
function keepReachable(entries) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    namedBy(file).forEach(visit);
  };
  entries.forEach(visit);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!file.endsWith('.d.ts')) continue;
    if (!reached.has(file)) rmSync(file);
    else writeFileSync(file, readFileSync(file, 'utf8').replace(NAMED, '$1$2.js$3'));
  }
}

const declarationOf = (source) =>
  join(folder, source.replace(/^web\//, '').replace(/\.ts$/, '.d.ts'));

/** The same declarations for `require`: types as they are, and each value by its type. */
function requiredDeclaration(program, source) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(inRoot(source)));
  const from = `'./${nameOf(source)}.js' with { 'resolution-mode': 'import' }`;
  const values = checker.getExportsOfModule(module).flatMap((symbol) => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const { flags } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    if ((flags & ts.SymbolFlags.Value) === 0) return [];
    const value = `export declare const ${symbol.name}: typeof entry.${symbol.name};`;
    const isClass = (flags & ts.SymbolFlags.Class) !== 0;
    return isClass ? [value, `export type ${symbol.name} = entry.${symbol.name};`] : [value];
  });
  const lines = [`import type * as entry from ${from};`, `export type * from ${from};`, ...values];
  return `${lines.join('\n')}\n`;
}

export function writeTypes() {
  const sources = [...nodeSources, ...webSources];
  const ambient = inRoot('web/core/glue.d.ts');
  const program = ts.createProgram(
    [...sources.map((source) => inRoot(source)), ambient],
    declarationOptions(),
  );
  mkdirSync(folder, { recursive: true });
  emit(program);
  keepReachable(sources.map(declarationOf));
  for (const source of nodeSources) {
    const file = declarationOf(source).replace(/\.d\.ts$/, '.d.cts');
    writeFileSync(file, requiredDeclaration(program, source));
  }
}
