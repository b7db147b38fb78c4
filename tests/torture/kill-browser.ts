import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRandom } from '../../bench/random.ts';
import { openExtensionBrowser } from '../../tools/pages/extension-browser.ts';
import { type Outcome, outcomeOf } from './counted.ts';
import { answer, openTeller } from './teller.ts';

/** Answers told in a row before and while the browser is killed. */
const BURST = 25;
const LATEST_KILL_MS = 400;
const LONGEST_CLOSE_MS = 5000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ids of the processes that run on that profile. */
function processesOf(profile: string): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile);
    } catch {
      return false;
    }
  });
}

/** SIGKILL to all of them at once: no browser gets to tidy up. */
function killAll(profile: string): void {
  const ids = processesOf(profile).filter((id) => id !== process.pid);
  if (ids.length > 0) execFileSync('kill', ['-9', ...ids.map(String)], { stdio: 'ignore' });
}

/** Tells a burst and kills the browser in the midst of it; answers with what was acknowledged. */
async function burst(profile: string, ids: string[], killAfterMs: number): Promise<string[]> {
  const browser = await openExtensionBrowser({ profile });
  const acknowledged: string[] = [];
  const telling = (async () => {
    const teller = await openTeller(browser);
    for (const [index, id] of ids.entries()) {
      acknowledged.push(...(await teller.tellAll([answer(id, index)])));
      if (acknowledged.length === 1) void sleep(killAfterMs).then(() => killAll(profile));
    }
  })().catch(() => undefined);
  // What a browser that is gone was asked may never be answered.
  const isGone = new Promise((resolve) => browser.context.once('close', resolve));
  await Promise.race([telling, isGone]);
  await Promise.race([browser.close().catch(() => undefined), isGone, sleep(LONGEST_CLOSE_MS)]);
  return acknowledged;
}

/** After every kill all answers so far are told again: those that were counted must not count anew. */
export async function killBrowser(kills: number): Promise<Outcome> {
  const random = newRandom(12);
  const profile = mkdtempSync(join(tmpdir(), 'gramme-killed-'));
  const ids: string[] = [];
  const acknowledged: string[] = [];
  try {
    for (let kill = 0; kill < kills; kill++) {
      const fresh = Array.from({ length: BURST }, (_, index) => `b${kill}-${index}`);
      ids.push(...fresh);
      acknowledged.push(...(await burst(profile, fresh, random() * LATEST_KILL_MS)));
      killAll(profile);
    }
    return await reviewed(profile, ids, acknowledged);
  } finally {
    killAll(profile);
    rmSync(profile, { recursive: true, force: true });
  }
}

async function reviewed(profile: string, ids: string[], acknowledged: string[]): Promise<Outcome> {
  const browser = await openExtensionBrowser({ profile });
  try {
    const before = outcomeOf(await browser.storage(), acknowledged);
    const teller = await openTeller(browser);
    // The last ones are still remembered, older ones are known by their id alone.
    await teller.tellAll(ids.map(answer), 4);
    const after = outcomeOf(await browser.storage(), ids);
    return { ...after, lost: before.lost + after.lost };
  } finally {
    await browser.close();
  }
}
