// The main job, shown: the real extension on simulated conversations, and what it stored.
import { readFileSync } from 'node:fs';
import { formatFigure, formatRange, formatTable } from '../../cli/output.ts';
import type { RememberedExchange } from '../../extension/shared/exchange.ts';
import { siteFacts } from '../../extension/shared/site-facts.ts';
import type { Period } from '../../web/core/contracts.ts';
import { loadGramme } from '../../web/core/node.ts';
import type { ExpectedPage } from '../pages/compare.ts';
import {
  type ExtensionBrowser,
  extensionFolder,
  openExtensionBrowser,
} from '../pages/extension-browser.ts';
import { playPage, readExchanges } from '../pages/play.ts';
import { servePages } from '../pages/serve-pages.ts';
import { storedPeriods } from '../pages/stored-periods.ts';
import { inRoot } from '../setup/paths.mjs';

const FOLDER = inRoot('tests/fixtures/pages');
const SPEED = 4;
/** Played two at a time, a ChatGPT and a Claude conversation side by side. */
const PAIRS = [
  ['chatgpt-section-new-regenerate', 'claude-response-thinking'],
  ['chatgpt-article-edit-stop', 'claude-feed-history-switch'],
];

function expectedOf(name: string): ExpectedPage {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.expected.json`, 'utf8')) as ExpectedPage;
}

async function playAll(browser: ExtensionBrowser): Promise<void> {
  let expected = 0;
  for (const pair of PAIRS) {
    const pages = pair.map((name) => ({ name, page: expectedOf(name) }));
    expected += pages.reduce((sum, { page }) => sum + page.generations.length, 0);
    console.log(`  playing ${pair.join(' and ')} …`);
    const plays = pages.map(({ name, page }) =>
      playPage(browser, { site: page.site, name, speed: SPEED, expected }),
    );
    for (const { page } of await Promise.all(plays)) await page.close();
  }
}

function turnRow(exchange: RememberedExchange): string[] {
  const { estimate, prompt, output } = exchange;
  return [
    siteFacts[exchange.site].name,
    estimate.modelName,
    exchange.isPromptNew ? formatFigure(prompt.tokens) : 'again',
    formatFigure(output.tokens),
    formatRange(estimate.energyWattHours),
    formatRange(estimate.gramsCo2e),
    exchange.finish,
  ];
}

/** Each warning once, with the answers it concerns. */
function warningLines(exchanges: RememberedExchange[]): string[] {
  const places = new Map<string, number[]>();
  exchanges.forEach((exchange, index) => {
    const codes = [...exchange.estimate.warnings.map(({ code }) => code), ...exchange.pageWarnings];
    for (const code of codes) places.set(code, [...(places.get(code) ?? []), index + 1]);
  });
  return [...places].map(([code, answers]) => {
    const which =
      answers.length === exchanges.length ? 'all answers' : `answers ${answers.join(', ')}`;
    return `  ${code}: ${which}`;
  });
}

function printTurns(exchanges: RememberedExchange[]): void {
  const header = [
    '',
    'site',
    'model',
    'tokens in',
    'tokens out',
    'Wh central (low-high)',
    'gCO2e central (low-high)',
    'end',
  ];
  const rows = exchanges.map((exchange, index) => [String(index + 1), ...turnRow(exchange)]);
  console.log(`\n${formatTable(header, rows)}`);
  console.log(`\nwarnings (docs/errors.md):\n${warningLines(exchanges).join('\n')}`);
}

function totalsRow({ range, date, stats }: Period): string[] {
  return [
    `${range} ${date}`,
    String(stats.requests),
    formatFigure(stats.promptTokens),
    formatFigure(stats.outputTokens),
    formatRange(stats.energyWattHours),
    formatRange(stats.gramsCo2e),
  ];
}

async function printTotals(browser: ExtensionBrowser): Promise<void> {
  const folder = new URL('../../dist/', import.meta.url);
  const periods = storedPeriods(await loadGramme({ folder }), await browser.storage());
  const header = [
    'as stored',
    'answers',
    'tokens in',
    'tokens out',
    'Wh central (low-high)',
    'gCO2e central (low-high)',
  ];
  console.log(`\n${formatTable(header, periods.map(totalsRow))}`);
}

const loading = `
The extension lies unpacked in ${extensionFolder}
To use it in your own Chrome: open chrome://extensions, switch on "Developer mode",
choose "Load unpacked" and pick that folder; then open ChatGPT or Claude.`;

const browser = await openExtensionBrowser();
try {
  await servePages(browser.context, FOLDER);
  await playAll(browser);
  printTurns(await readExchanges(browser));
  await printTotals(browser);
  console.log(loading);
} finally {
  await browser.close();
}
