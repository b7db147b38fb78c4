// npm run pages -- DIR [--speed N] [--jobs N] [--policy strict|lax]
// Plays every simulated page of a folder with the real extension and compares what it stored.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withEstimates } from '../../extension/shared/estimated-count.ts';
import { siteFacts } from '../../extension/shared/site-facts.ts';
import { loadGramme } from '../../web/core/node.ts';
import { inRoot } from '../setup/paths.mjs';
import type { ExpectedPage } from './compare.ts';
import { type CountExpected, compareStored, type StoredComparison } from './compare-stored.ts';
import { openExtensionBrowser } from './extension-browser.ts';
import { playPage } from './play.ts';
import { type PagePolicy, servePages } from './serve-pages.ts';

interface Run {
  directory: string;
  speed: number;
  policy: PagePolicy;
  count: CountExpected;
}

async function playOne(name: string, run: Run): Promise<StoredComparison> {
  const file = join(run.directory, `${name}.expected.json`);
  const expected = JSON.parse(readFileSync(file, 'utf8')) as ExpectedPage;
  const { isOptional } = siteFacts[expected.site];
  const browser = await openExtensionBrowser({ isPermitted: isOptional });
  try {
    await servePages(browser.context, run.directory, run.policy);
    const wanted = expected.generations.length;
    const request = { site: expected.site, name, speed: run.speed, expected: wanted };
    const { exchanges } = await playPage(browser, request);
    return await compareStored(expected, exchanges, run.count);
  } finally {
    await browser.close();
  }
}

function describe(
  name: string,
  { problems, storedTokens, expectedTokens }: StoredComparison,
): string {
  const tokens = `output tokens ${Math.round(storedTokens)}/${Math.round(expectedTokens)}`;
  const mark = problems.length === 0 ? '✓' : '✗';
  return [`${mark} ${name}  ${tokens}`, ...problems.map((problem) => `    ${problem}`)].join('\n');
}

/** Runs the tasks, at most so many at once; answers keep the order of the tasks. */
async function inParallel<T>(tasks: (() => Promise<T>)[], jobs: number): Promise<T[]> {
  const answers: T[] = [];
  const waiting = tasks.map((task, index) => ({ task, index }));
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers[next.index] = await next.task();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return answers;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      policy: { type: 'string', default: 'lax' },
    },
  });
  const directory = resolve(positionals[0] ?? inRoot('tests/fixtures/pages'));
  const folder = new URL('../../dist/', import.meta.url);
  const gramme = withEstimates(await loadGramme({ folder }));
  const count: CountExpected = (text, site, model) => gramme.count(text, { site, model });
  const policy = values.policy === 'strict' ? 'strict' : 'lax';
  const run: Run = { directory, speed: Number(values.speed), policy, count };
  const pages = readdirSync(directory).filter((file) => file.endsWith('.html'));
  const names = pages.map((file) => file.slice(0, -'.html'.length)).sort();
  const tasks = names.map((name) => async () => {
    const comparison = await playOne(name, run);
    console.log(describe(name, comparison));
    return comparison;
  });
  const results = await inParallel(tasks, Number(values.jobs));
  const exact = results.filter((result) => result.problems.length === 0).length;
  const sum = (member: 'storedTokens' | 'expectedTokens') =>
    results.reduce((total, result) => total + result[member], 0);
  const off =
    Math.abs(sum('storedTokens') - sum('expectedTokens')) / Math.max(1, sum('expectedTokens'));
  console.log(
    `pages: ${exact}/${results.length} exact, output tokens off by ${(off * 100).toFixed(1)} %`,
  );
  if (exact < results.length) process.exitCode = 1;
}

await main();
