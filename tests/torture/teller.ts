/** Tells the extension of answers the way its content script does, without a page to read. */
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { CountedExchange } from '../../extension/shared/exchange.ts';
import type { ExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import { inRoot } from '../../tools/setup/paths.mjs';

const ADDRESS = 'https://chatgpt.com/torture';

/** The content script's own way of asking, as a script that leaves `tell` behind. */
async function askScript(): Promise<string> {
  const contents = `import { ask } from './ask.ts';
globalThis.tell = (exchange) => ask({ type: 'exchange/finished', exchange }).then(() => true, () => false);
globalThis.tellAll = async (exchanges, width) => {
  const acknowledged = [];
  const next = async () => {
    for (;;) {
      const exchange = exchanges.shift();
      if (exchange === undefined) return;
      if (await globalThis.tell(exchange)) acknowledged.push(exchange.id);
    }
  };
  await Promise.all(Array.from({ length: width }, next));
  return acknowledged;
};`;
  const stdin = { contents, resolveDir: inRoot('extension/shared'), loader: 'ts' } as const;
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}

/** The world of the extension's content script in that page. */
function contentWorld(session: CDPSession, extensionId: string): Promise<number> {
  return new Promise((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
    void session.send('Runtime.enable');
  });
}

export interface Teller {
  page: Page;
  /** Tells of each, so many at a time; answers with the ids that were acknowledged. */
  tellAll(exchanges: CountedExchange[], width?: number): Promise<string[]>;
}

/** Opens a tab of a chat site and asks from its content script's world. */
export async function openTeller(browser: ExtensionBrowser): Promise<Teller> {
  await browser.context.route(`${ADDRESS}*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>torture</title>' }),
  );
  const page = await browser.context.newPage();
  await page.goto(ADDRESS);
  const session = await browser.context.newCDPSession(page);
  const contextId = await contentWorld(session, browser.extensionId);
  const evaluate = async (expression: string): Promise<unknown> => {
    const request = { expression, contextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', request);
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  };
  await evaluate(await askScript());
  return {
    page,
    tellAll: async (exchanges, width = 1) =>
      (await evaluate(`tellAll(${JSON.stringify(exchanges)}, ${width})`)) as string[],
  };
}

/** A counted answer of that id; its conversation, model and length differ from the next one's. */
export function answer(id: string, index: number): CountedExchange {
  const labels = ['gpt-5', 'gpt-4o', 'gpt-5-thinking'];
  const startedAt = Date.parse('2026-03-29T12:00:00Z') + index * 1000;
  return {
    id,
    site: 'chatgpt',
    dialect: 'torture',
    conversation: `c${index % 20}`,
    chat: '',
    model: { label: labels[index % labels.length] ?? null, source: 'slug' },
    prompt: { tokens: 10 + (index % 7), kind: 'exact', encoding: 'o200k_base' },
    isPromptNew: true,
    isPromptEdited: false,
    hasEarlierTurns: index >= 20,
    earlierTokens: null,
    output: { tokens: 100 + (index % 900), kind: 'exact', encoding: 'o200k_base' },
    reasoningSeconds: null,
    visibleCharacters: 400,
    imageCount: 0,
    finish: 'complete',
    startedAt,
    finishedAt: startedAt + 900,
    date: '2026-03-29',
    zone: 'Europe/Paris',
    pageWarnings: ['context_not_counted'],
  };
}
