import './worker-requests.ts';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Worker,
} from 'playwright-core';
import { inRoot } from '../setup/paths.mjs';
import { permittedCopy } from './permitted-extension.ts';

export const extensionFolder = inRoot('dist/extension');

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium as tests and tools run it: headless, and silent towards the network. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without the extension. */
export function openPlainBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quietFlags });
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  /** The service worker; started anew when it was stopped. */
  worker(): Promise<Worker>;
  /** Everything in the extension's local storage. */
  storage(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Further command-line flags. */
  flags?: string[];
  /** Sites that need the user's permission have it from the start. */
  isPermitted?: boolean;
  /** Counting is agreed to from the start, unless this is false. */
  hasConsent?: boolean;
  /** A profile to go on with; a fresh one otherwise, which is gone at the end. */
  profile?: string;
  /** They have it as what the user gave on being asked: the manifest is as it is. */
  wasPermitted?: boolean;
  /** Further options of Playwright: locale, colour scheme, viewport. */
  view?: Parameters<typeof chromium.launchPersistentContext>[1];
}

async function findWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 30_000 });
}

/** As the welcome page does when the user agrees, without its other settings. */
function agree(page: Page): Promise<void> {
  return page.evaluate(() => chrome.storage.local.set({ settings: { consentedAt: Date.now() } }));
}

function launch(profile: string, folder: string, options: BrowserOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions'],
    ...options.view,
    args: [
      ...quietFlags,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(options.flags ?? []),
    ],
  });
}

/** Chromium with the unpacked extension. */
export async function openExtensionBrowser(
  options: BrowserOptions = {},
): Promise<ExtensionBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'gramme-profile-'));
  const isCopy = options.isPermitted === true || options.wasPermitted === true;
  const folder = isCopy ? permittedCopy(extensionFolder) : extensionFolder;
  if (options.wasPermitted === true) {
    const first = await launch(profile, folder, options);
    await findWorker(first);
    await first.close();
    cpSync(join(extensionFolder, 'manifest.json'), join(folder, 'manifest.json'));
  }
  const context = await launch(profile, folder, options);
  const extensionId = new URL((await findWorker(context)).url()).host;
  // An extension page reads storage also while the worker is stopped.
  const reader = await context.newPage();
  await reader.goto(`chrome-extension://${extensionId}/manifest.json`);
  if (options.hasConsent !== false) await agree(reader);
  return {
    context,
    extensionId,
    worker: () => findWorker(context),
    storage: () => reader.evaluate(() => chrome.storage.local.get(null)),
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
      if (isCopy) rmSync(folder, { recursive: true, force: true });
    },
  };
}
