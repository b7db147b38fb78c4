import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { projectPaths, readText } from './sources.ts';

const paths = projectPaths();
const documents = paths.filter(
  (path) => /^[\w-]+\.md$/.test(path) || /^(docs|config)\/[\w-]+\.md$/.test(path),
);
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

interface Link {
  from: string;
  /** Path from the top folder; the document itself when the link is only an anchor. */
  to: string;
  anchor: string;
}

function linksOf(from: string): Link[] {
  const targets = [...readText(from).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      const to = path === '' ? from : posix.join(posix.dirname(from), path);
      return { from, to, anchor };
    });
}

/** Anchors as GitHub makes them: the second heading of a name gets "-1". */
function anchorsOf(document: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...document.matchAll(/^#+ (.+)$/gm)].map((match) => {
    const name = (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  const named = [...document.matchAll(/<a id="([\w-]+)">/g)].map((match) => match[1] ?? '');
  return new Set([...anchors, ...named]);
}

const links = documents.flatMap(linksOf);

test('the first forty lines of README.md name the two commands', () => {
  const head = readText('README.md').split('\n').slice(0, 40).join('\n');
  for (const command of ['npm start', 'npm test']) assert.ok(head.includes(command), command);
});

test('every relative link leads to a file of the project', () => {
  assert.ok(links.length > 30);
  const missing = links.filter(({ to }) => !paths.includes(to));
  assert.deepEqual(missing, []);
});

test('every anchor in a link is a heading of the document it leads to', () => {
  const missing = links.filter(
    ({ to, anchor }) => anchor !== '' && !anchorsOf(readText(to)).has(anchor),
  );
  assert.deepEqual(missing, []);
});

test('every npm script that a document names exists', () => {
  const named = documents.flatMap((path) =>
    [...readText(path).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
  );
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  );
});

test('every file that a document names in code marks exists', () => {
  const folders = /`((?:src|include|config|extension|web|cli|tools|tests|bench)\/[\w./-]*\w)`/g;
  const missing = documents.flatMap((path) =>
    [...readText(path).matchAll(folders)]
      .map((match) => match[1] ?? '')
      .filter((name) => !/(?:SITE|NAME)/.test(name))
      .filter((name) => !paths.some((known) => known === name || known.startsWith(`${name}/`)))
      .map((name) => `${path}: ${name}`),
  );
  assert.deepEqual(missing, []);
});
