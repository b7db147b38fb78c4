/** Feeds the background with messages of all kinds and counts what should never happen. */
import { newRandom, type Random } from '../../../bench/random.ts';
import type { SiteId } from '../../../extension/sites/records.ts';
import { type BrowserStub, installBrowser } from './browser-stub.ts';
import { type Figures, newFigures } from './figures.ts';
import { isAllowed, type Sent, sentOf } from './generate.ts';
import { isLucky } from './pick.ts';
import { ownPage } from './senders.ts';
import { storedProblems } from './stored-checks.ts';
import { failureOf, isRefused, type Told, tellAll } from './teller.ts';
import { sites } from './valid-exchanges.ts';
import { agreement } from './valid-messages.ts';

const BATCH = 400;

export interface Background {
  browser: BrowserStub;
  onMessage: typeof import('../../../extension/background/messages.ts').onMessage;
  /** Until nothing is under way any more. */
  settle(): Promise<void>;
  /** What is stored and may not be, of what was written since it was last asked. */
  problems(): string[];
}

/** The background over a browser in memory, once in a process. */
export async function startBackground(): Promise<Background> {
  const browser = installBrowser();
  const { onMessage } = await import('../../../extension/background/messages.ts');
  const { engine, inTurn } = await import('../../../extension/background/state.ts');
  const gramme = await engine();
  const settle = async () => {
    for (let round = 0; round < 5; round += 1) {
      await inTurn(async () => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const freshOf = ({ items, fresh }: BrowserStub['local']) => {
    const found = [...fresh].filter((key) => items.has(key));
    fresh.clear();
    return found.map((key): [string, unknown] => [key, items.get(key)]);
  };
  const problems = () =>
    storedProblems(gramme, { local: freshOf(browser.local), session: freshOf(browser.session) });
  return { browser, onMessage, settle, problems };
}

function noteAnswers(figures: Figures, sent: readonly Sent[], told: readonly Told[]): void {
  told.forEach((one, index) => {
    if (one.thrown !== undefined) figures.note('exceptions', one.thrown);
    if (one.answers === 0 && one.thrown === undefined) figures.note('unanswered', sent[index]);
    if (one.answers > 1) figures.note('answeredTwice', sent[index]);
    figures.failed(failureOf(one));
  });
}

/** Those that may not be taken come first, alone: nothing may have changed after them. */
async function tellRefused(background: Background, figures: Figures, sent: Sent[]): Promise<void> {
  const before = background.browser.changes();
  const told = await tellAll(background.onMessage, sent);
  await background.settle();
  if (background.browser.changes() !== before) figures.note('changesByRefused', sent.length);
  noteAnswers(figures, sent, told);
  told.forEach((one, index) => {
    if (!isRefused(one)) figures.note('wronglyTaken', sent[index]);
  });
  figures.refused += told.length;
}

async function tellAllowed(background: Background, figures: Figures, sent: Sent[]): Promise<void> {
  const told = await tellAll(background.onMessage, sent);
  await background.settle();
  noteAnswers(figures, sent, told);
  told.forEach((one, index) => {
    if (isRefused(one)) figures.note('wronglyRefused', sent[index]);
  });
  figures.accepted += told.length;
  figures.mutatedAccepted += sent.filter(({ isMutated }) => isMutated).length;
}

function decidePermissions(random: Random, permitted: Set<SiteId>): void {
  permitted.clear();
  for (const site of sites) if (isLucky(random, 0.5)) permitted.add(site);
}

async function tellBatch(
  background: Background,
  figures: Figures,
  sent: readonly Sent[],
): Promise<void> {
  const { permitted } = background.browser;
  const allowed = sent.filter((one) => isAllowed(one, permitted));
  const others = sent.filter((one) => !allowed.includes(one));
  await tellRefused(background, figures, others);
  await tellAllowed(background, figures, allowed);
  for (const problem of background.problems()) figures.note('storedOutside', problem);
  if (Object.keys(Object.prototype).length > 0 || 'isPolluted' in {}) figures.note('polluted', '');
}

export interface Running {
  count: number;
  seed: number;
  onBatch?(figures: Figures): void;
}

/** Tells that many messages; the same seed gives the same ones. */
export async function runMessages(
  background: Background,
  { count, seed, onBatch }: Running,
): Promise<Figures> {
  const random = newRandom(seed);
  const figures = newFigures();
  const noteRejection = (reason: unknown) => figures.note('rejections', reason);
  process.on('unhandledRejection', noteRejection);
  const consent: Sent = { message: agreement, sender: ownPage, isMutated: false };
  for (let left = count; left > 0; left -= BATCH) {
    decidePermissions(random, background.browser.permitted);
    const size = Math.min(BATCH, left);
    const sent = Array.from({ length: size - 1 }, () => sentOf(random));
    await tellBatch(background, figures, [consent, ...sent]);
    onBatch?.(figures);
  }
  process.off('unhandledRejection', noteRejection);
  return figures;
}
