import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRandom, type Random } from '../../bench/random.ts';
import type { Summary } from '../../extension/shared/answers.ts';
import {
  type ExtensionBrowser,
  openExtensionBrowser,
} from '../../tools/pages/extension-browser.ts';
import { requestsIn } from './counted.ts';
import { answer, openTeller } from './teller.ts';

const DAYS = 20;
const EACH = 3;
const FLIPS = 40;

export interface Corruption {
  damaged: number;
  /** Runs in which all answers were there again. */
  whole: number;
  /** Runs in which something had been damaged and the user was told. */
  told: number;
  /** Runs in which the popup showed nothing, or answers were missing. */
  blank: number;
  lost: number;
}

/** The files in which the browser keeps the extension's local storage. */
function storeFiles(profile: string): string[] {
  const root = join(profile, 'Default', 'Local Extension Settings');
  return readdirSync(root)
    .flatMap((id) => readdirSync(join(root, id)).map((name) => join(root, id, name)))
    .filter((file) => /\.(log|ldb)$|MANIFEST/.test(file) && statSync(file).size > 0);
}

/** Turns bytes of one file into others, or cuts its end off. */
function damageFile(file: string, random: Random): void {
  const bytes = readFileSync(file);
  if (random() < 0.3) {
    truncateSync(file, Math.floor(bytes.length * random()));
    return;
  }
  const start = Math.floor(random() * bytes.length);
  for (let i = start; i < Math.min(bytes.length, start + FLIPS); i++) {
    bytes[i] = (bytes[i] ?? 0) ^ (1 + Math.floor(random() * 255));
  }
  writeFileSync(file, bytes);
}

/** Changes some stored records behind the extension's back. */
async function damageRecords(browser: ExtensionBrowser, random: Random): Promise<void> {
  const keys = Object.keys(await browser.storage()).filter((key) => /^(day|month|year):/.test(key));
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  const nonsense: unknown[] = [null, 7, 'x', [], {}, { schema: 2, date: '2026-03-01', parts: [] }];
  const chosen = keys.filter(() => random() < 0.3);
  const items = Object.fromEntries(
    chosen.map((key) => [key, nonsense[Math.floor(random() * nonsense.length)]]),
  );
  await page.evaluate((changed) => chrome.storage.local.set(changed), items);
}

const answers = Array.from({ length: DAYS * EACH }, (_, index) => ({
  ...answer(`corrupt-${index}`, index),
  date: `2026-03-${String(1 + (index % DAYS)).padStart(2, '0')}`,
}));

async function asked(browser: ExtensionBrowser): Promise<{ summary: Summary; isShown: boolean }> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/popup.html`);
  const shown = page.locator('period-tabs, first-run').first();
  const isShown = await shown.waitFor({ timeout: 20_000 }).then(
    () => true,
    () => false,
  );
  const summary = (await page.evaluate(() =>
    chrome.runtime.sendMessage({ type: 'summary/read', tabId: null }),
  )) as Summary;
  return { summary, isShown };
}

/** The check at the start runs a month at a time: waits until the year is what it was. */
async function settled(browser: ExtensionBrowser): Promise<number> {
  for (let tries = 0; ; tries++) {
    const requests = requestsIn(await browser.storage().catch(() => ({})), '2026');
    if (requests === answers.length || tries === 20) return requests;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function damaged(profile: string, run: number, random: Random): Promise<Corruption> {
  const isFileRun = run % 2 === 0;
  if (isFileRun) {
    const files = storeFiles(profile);
    damageFile(files[Math.floor(random() * files.length)] ?? '', random);
  }
  const browser = await openExtensionBrowser({ profile });
  try {
    if (!isFileRun) {
      await damageRecords(browser, random);
      const worker = await browser.worker();
      await worker.evaluate(() => undefined);
    }
    await checkNow(browser);
    const requests = await settled(browser);
    const { summary, isShown } = await asked(browser);
    const lost = Math.max(0, answers.length - requests);
    const isTold = summary.notices.length > 0;
    return {
      damaged: 1,
      whole: lost === 0 ? 1 : 0,
      told: isTold ? 1 : 0,
      blank: isShown && requests > 0 ? 0 : 1,
      lost,
    };
  } finally {
    await browser.close();
  }
}

/** What the browser's start does as well; here it is waited for. */
async function checkNow(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'storage/check' }));
}

/** A profile with twenty days, damaged again and again; what comes back is compared. */
export async function corrupt(runs: number): Promise<Corruption> {
  const random = newRandom(13);
  const sum: Corruption = { damaged: 0, whole: 0, told: 0, blank: 0, lost: 0 };
  for (let run = 0; run < runs; run++) {
    const profile = mkdtempSync(join(tmpdir(), 'gramme-damaged-'));
    try {
      const browser = await openExtensionBrowser({ profile });
      const teller = await openTeller(browser);
      await teller.tellAll([...answers]);
      await browser.close();
      const outcome = await damaged(profile, run, random);
      for (const name of Object.keys(sum) as (keyof Corruption)[]) sum[name] += outcome[name];
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }
  return sum;
}
