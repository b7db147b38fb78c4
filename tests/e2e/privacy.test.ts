import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import type { ExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import { expectedOf, play, withBrowser } from './support.ts';

interface Recorder {
  port: number;
  /** Hosts asked for, each once. */
  hosts: Set<string>;
  close(): void;
}

/** A proxy that writes down every host asked for and refuses it: nothing leaves unseen. */
async function openRecorder(): Promise<Recorder> {
  const hosts = new Set<string>();
  const server = createServer((socket) => {
    socket.unref();
    socket.once('data', (head) => {
      const target = head.toString('latin1').split(' ')[1] ?? '';
      hosts.add(target.replace(/^https?:\/\//, '').split(/[/:]/)[0] ?? '');
      socket.end('HTTP/1.1 502 Recorded\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, hosts, close: () => server.close() };
}

const proxyFlags = (port: number) => [
  `--proxy-server=http://127.0.0.1:${port}`,
  '--proxy-bypass-list=<-loopback>',
];

const pages = ['chatgpt-turnkey-history-switch', 'claude-response-thinking'];

/** Chromium itself asks its maker for updates and opens connections to pages it is about to load. */
const isBrowsersOwn = (host: string) =>
  /(^|\.)(google|googleapis|gvt1)\.com$/.test(host) ||
  host === 'chatgpt.com' ||
  host === 'claude.ai';

/** Requests of pages, content scripts and the worker, but for the pages' own files. */
function foreignRequests(urls: string[]): string[] {
  const isPageFile = (url: string) =>
    /^https:\/\/(chatgpt\.com|claude\.ai)\/(lib\/[\w-]+\.js|[\w-]+\.html\?speed=6|favicon\.ico)$/.test(
      url,
    );
  return urls.filter((url) => !url.startsWith('chrome-extension://') && !isPageFile(url));
}

for (const policy of ['lax', 'strict'] as const) {
  test(`counting makes no network request at all (${policy} page policy)`, async (context) => {
    const recorder = await openRecorder();
    const urls: string[] = [];
    const session = async (browser: ExtensionBrowser) => {
      browser.context.on('request', (request) => urls.push(request.url()));
      for (const name of pages) await play(browser, { name, policy });
      const popup = await browser.context.newPage();
      await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`);
      await popup.waitForTimeout(1000);
    };
    await withBrowser(session, { flags: proxyFlags(recorder.port) }).finally(recorder.close);
    context.diagnostic(`requests seen: ${urls.length}, hosts: ${[...recorder.hosts].join(' ')}`);
    // The pages' files at least; what the worker loads is reported too when it loads it anew.
    assert.ok(urls.length >= 8);
    assert.deepEqual(foreignRequests(urls), []);
    assert.deepEqual(
      [...recorder.hosts].filter((host) => !isBrowsersOwn(host)),
      [],
    );
  });
}

test('a request would be seen by the proxy', async () => {
  const recorder = await openRecorder();
  await withBrowser(
    async (browser) => {
      const page = await browser.context.newPage();
      await page.goto('https://example.org/').catch(() => undefined);
    },
    { flags: proxyFlags(recorder.port) },
  ).finally(recorder.close);
  assert.ok(recorder.hosts.has('example.org'));
});

test('the extension’s own policy forbids its worker any request', async () => {
  const recorder = await openRecorder();
  const answer = await withBrowser(
    async (browser) => {
      const worker = await browser.worker();
      return worker.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'sent',
          () => 'refused',
        ),
      );
    },
    { flags: proxyFlags(recorder.port) },
  ).finally(recorder.close);
  assert.equal(answer, 'refused');
  assert.ok(!recorder.hosts.has('example.org'));
});

/** Runs of four words of a text: what must not be found in storage. */
function wordRuns(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word.length > 1);
  return words.slice(0, -3).map((_, index) => words.slice(index, index + 4).join(' '));
}

test('no text of a conversation and no conversation id is stored', async () => {
  await withBrowser(async (browser) => {
    for (const name of pages) await play(browser, { name });
    const worker = await browser.worker();
    const session = await worker.evaluate(() => chrome.storage.session.get(null));
    const stored = JSON.stringify([await browser.storage(), session]);
    for (const { generations } of pages.map(expectedOf)) {
      for (const { prompt, reply, conversation_path } of generations) {
        for (const run of [...wordRuns(prompt.text), ...wordRuns(reply.text)]) {
          assert.ok(!stored.includes(run), run);
        }
        const id = conversation_path?.split('/').at(-1) ?? 'none';
        assert.ok(!stored.includes(id), id);
      }
    }
  });
});
