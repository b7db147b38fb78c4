/** Pages with `<gramme-meter>`, and what it tells them. */
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { EstimateDetail } from '../../../web/widget/meter-contracts.ts';
import { type Project, root } from './project.ts';
import { sampleExchange } from './sample.ts';
import { type ServeOptions, serve } from './server.ts';

const LONGEST_MS = 20_000;
const POLL_MS = 50;

/** What an element told its page. */
export interface ToldEvent {
  name: 'gramme-estimate' | 'gramme-error';
  detail: EstimateDetail & { code?: string; message?: string };
}

export interface WidgetPage {
  page: Page;
  origin: string;
  /** Addresses that the page asked for, in order. */
  requests: string[];
  /** What the first events were, once there are so many. */
  told(count: number): Promise<ToldEvent[]>;
  close(): Promise<void>;
}

/** Keeps what elements tell; before the widget, so that nothing is missed. */
export const LISTENING = `globalThis.told = [];
for (const name of ['gramme-estimate', 'gramme-error']) {
  document.addEventListener(name, ({ detail }) => told.push({ name, detail }));
}`;

/** A page beside the package as it is: /gramme/. */
export function writePlainPage(project: Project, folder: string, inner: string): string {
  cpSync(join(project.folder, 'node_modules/gramme/dist'), join(project.folder, folder, 'gramme'), {
    recursive: true,
  });
  project.write({
    [`${folder}/listen.js`]: LISTENING,
    [`${folder}/index.html`]: `<!doctype html><html lang="en"><meta charset="utf-8"><title>host</title>
      <script src="/listen.js"></script><script type="module" src="/gramme/widget.mjs"></script>${inner}`,
  });
  return join(project.folder, folder);
}

async function toldBy(page: Page, count: number): Promise<ToldEvent[]> {
  for (let waited = 0; waited < LONGEST_MS; waited += POLL_MS) {
    const told = await page.evaluate<ToldEvent[]>('globalThis.told ?? []');
    if (told.length >= count) return told;
    await page.waitForTimeout(POLL_MS);
  }
  throw new Error(`fewer than ${count} events`);
}

/** Serves the folder and opens its page. */
export async function openWidgetPage(
  browser: Browser,
  folder: string,
  options: ServeOptions = {},
): Promise<WidgetPage> {
  const served = await serve(folder, options);
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${served.origin}/`);
  await page.waitForLoadState('networkidle');
  return {
    page,
    origin: served.origin,
    requests,
    told: (count) => toldBy(page, count),
    async close() {
      await page.close();
      served.close();
    },
  };
}

/** Puts packages of this project beside the installed one, as an application has them. */
export function linkPackages(project: Project, ...names: string[]): void {
  for (const name of names) {
    symlinkSync(join(root, 'node_modules', name), join(project.folder, 'node_modules', name));
  }
}

/** What the core answers in Node; the widget must say the same, to the last bit. */
export async function expectedEstimates(
  project: Project,
  ...requests: object[]
): Promise<object[]> {
  project.write({
    'expected.mjs': `import { loadGramme } from 'gramme';
      const gramme = await loadGramme();
      const requests = ${JSON.stringify(requests)};
      console.log(JSON.stringify(requests.map((request) => gramme.estimate(request))));`,
  });
  return JSON.parse(await project.run('node', 'expected.mjs')) as object[];
}

export const attributesOf = (more = '') =>
  `form="card" model="${sampleExchange.model}" input-tokens="${sampleExchange.inputTokens}"
   output-tokens="${sampleExchange.outputTokens}" ${more}`;
