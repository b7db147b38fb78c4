import { bundled, openBrowser } from '../tests/js/sites/play.ts';
import { longPage, observeWith } from '../tests/js/sites/section-page.ts';
import { atMost, format, type Line, shown } from './line.ts';

const GOAL_MS = 2;
const PIECES = 1000;
const TOKENS_PER_SECOND = 200;

/**
 * As tests/js/sites/cost.test.ts: 120 answered prompts stay mounted, one answer grows token by
 * token. Here the cost of each batch of mutations is kept.
 */
const stream = `(async () => {
  ${longPage}
  ${observeWith('')}
  await sleep(400);
  document.querySelector('main').insertAdjacentHTML('beforeend', turn('user', 241, 'New') + turn('assistant', 242, ''));
  document.querySelector('form button').setAttribute('data-testid', 'stop-button');
  const prose = document.querySelector('main > section:last-child .markdown');
  await sleep(20);
  const costs = [];
  const begun = performance.now();
  let text = null;
  for (let piece = 0; piece < ${PIECES}; piece++) {
    if (piece % 50 === 0) { text = document.createTextNode(''); const p = document.createElement('p'); p.append(text); prose.append(p); }
    const { batches, total } = watch.cost;
    text.data += 'word' + piece + ' ';
    await sleep(begun + piece * ${1000 / TOKENS_PER_SECOND} - performance.now());
    const made = watch.cost.batches - batches;
    for (let batch = 0; batch < made; batch++) costs.push((watch.cost.total - total) / made);
  }
  stop.abort();
  return costs;
})()`;

/** What the content script costs a page while an answer is written. */
export async function measureContentCost(): Promise<Line[]> {
  const [browser, script] = await Promise.all([openBrowser(), bundled('./reader-entry.ts')]);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const costs = await page.evaluate<number[]>(stream);
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    const slow = costs.filter((cost) => cost > GOAL_MS).length;
    return [
      atMost(
        `content script per batch at ${TOKENS_PER_SECOND} tokens/s, mean`,
        mean,
        GOAL_MS,
        'ms',
      ),
      shown('  largest batch', `${format(costs.reduce((a, b) => Math.max(a, b), 0))} ms`),
      shown(`  batches over ${GOAL_MS} ms`, `${slow} of ${costs.length}`),
    ];
  } finally {
    await browser.close();
  }
}
