import { GrammeError } from '../core/node.ts';
import type {
  ServiceBudget,
  ServiceBudgetCalls,
  ServiceReport,
  ServiceUse,
  ServiceVerdict,
  Use,
  VerdictName,
  WeighedUse,
} from '../core/service-budget-contracts.ts';
import { calendarOf, type LocalCalendar, ownTimeZone } from '../core/zone-clock.ts';
import { type Keeper, openKeeper } from './keeper.ts';
import { once, openReservations, type Reservations } from './reservations.ts';
import { type BudgetStore, memoryStore } from './store.ts';

/** Where a service works in no language, or it does not matter. */
export const ANY_LANGUAGE = 'any';
const LONGEST_RESERVATION_SECONDS = 3600;

export interface BudgetOptions {
  /** The full core: `await loadGramme()`. */
  gramme: ServiceBudgetCalls;
  /** A file of budgets, YAML or JSON, or what was read of one. */
  budgets: string | Uint8Array | readonly ServiceBudget[];
  /** `memoryStore()` by default. */
  store?: BudgetStore;
  /** Whose midnight begins a day, such as Europe/Paris; the machine's by default. */
  timeZone?: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number;
  /** A request that never says what it used is given up after so long; 3600 by default. */
  longestRequestSeconds?: number;
}

/** A verdict on a request, and the way to say what it used. */
export interface Admission extends ServiceVerdict {
  service: string;
  language: string;
  /** Until the budget that decides begins anew; null unless the verdict is throttle. */
  retryAfterSeconds: number | null;
  /**
   * The request is over and used this; several uses are those of one request. Resolves when it is
   * kept. A second call, or one after `cancel`, counts nothing.
   */
  done(...uses: Use[]): Promise<void>;
  /** The request is over and used nothing. */
  cancel(): void;
}

/** Is told of each verdict and of each use, for metrics. */
export interface BudgetObserver {
  judged?(name: { service: string; language: string; verdict: VerdictName }): void;
  used?(name: { service: string; language: string }, use: WeighedUse): void;
}

export interface ServiceBudgets {
  readonly budgets: readonly ServiceBudget[];
  /** Whether one more request may be let in; it counts as in flight until it is ended. */
  admit(service: string, language?: string): Promise<Admission>;
  /** What was used without being asked for first. Resolves when it is kept. */
  record(use: Use & { service: string; language?: string; requests?: number }): Promise<void>;
  /** What is kept of a local day and its month, and how each budget stands; today by default. */
  report(date?: string): Promise<ServiceReport>;
  /** The same as CSV. */
  reportCsv(date?: string): Promise<string>;
  observe(observer: BudgetObserver): void;
  /** How many uses are not written yet. */
  waiting(): number;
  /** Writes what is waiting; nothing is let in or recorded any more. */
  close(): Promise<void>;
}

interface Parts {
  gramme: ServiceBudgetCalls;
  budgets: readonly ServiceBudget[];
  keeper: Keeper;
  reservations: Reservations;
  calendar: LocalCalendar;
  nowSeconds(): number;
  observers: BudgetObserver[];
  isClosed: boolean;
}

const isListOfBudgets = (budgets: BudgetOptions['budgets']): budgets is readonly ServiceBudget[] =>
  Array.isArray(budgets);

function refuseWhenClosed({ isClosed }: Parts): void {
  if (isClosed) throw new GrammeError('stream_finished', '', 'this budget was closed');
}

const today = ({ calendar, nowSeconds }: Parts): string => calendar.dateAt(nowSeconds());

/** Weighed at once, so that what is wrong is told to who said it; kept when it is written. */
async function recordUse(parts: Parts, use: ServiceUse): Promise<void> {
  const weighed = parts.gramme.weighServiceUse(use);
  for (const observer of parts.observers) observer.used?.(use, weighed);
  await parts.keeper.add({ date: today(parts), row: weighed.row });
}

/** Of several uses of one request the first counts it. */
async function recordRequest(parts: Parts, name: RequestName, uses: Use[]): Promise<void> {
  const kept = uses.map((use, index) =>
    recordUse(parts, { ...use, ...name, requests: index === 0 ? 1 : 0 }),
  );
  const failed = (await Promise.allSettled(kept)).find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw (failed as PromiseRejectedResult).reason;
}

interface RequestName {
  service: string;
  language: string;
}

/** Whole seconds until the deciding budget begins anew, at least one. */
function secondsUntilReset(parts: Parts, { verdict, deciding }: ServiceVerdict): number | null {
  if (verdict !== 'throttle' || deciding === null) return null;
  const left = parts.calendar.startOf(deciding.resetsOn) - parts.nowSeconds();
  return Math.max(1, Math.ceil(left));
}

async function admit(parts: Parts, service: string, language: string): Promise<Admission> {
  refuseWhenClosed(parts);
  await parts.keeper.settled();
  const date = today(parts);
  const state = await parts.keeper.reckoned(date);
  // From here to the reservation nothing else runs: no two requests are let in on the same room.
  const inFlight = parts.reservations.inFlight();
  const { gramme, budgets, observers, reservations } = parts;
  const name = { service, language };
  const verdict = gramme.judgeService({ budgets, state, date, ...name, inFlight });
  const end = verdict.verdict === 'throttle' ? once() : reservations.open(service, language);
  for (const observer of observers) observer.judged?.({ ...name, verdict: verdict.verdict });
  return {
    ...verdict,
    ...name,
    retryAfterSeconds: secondsUntilReset(parts, verdict),
    async done(...uses) {
      if (end()) await recordRequest(parts, name, uses);
    },
    cancel: () => void end(),
  };
}

function partsOf(options: BudgetOptions): Parts {
  const { gramme, budgets: given, store = memoryStore(), now = Date.now } = options;
  const zone = options.timeZone ?? ownTimeZone();
  const longest = options.longestRequestSeconds ?? LONGEST_RESERVATION_SECONDS;
  const budgets = isListOfBudgets(given) ? given : gramme.serviceBudgets(given);
  return {
    gramme,
    budgets,
    keeper: openKeeper({ gramme, budgets, store }),
    reservations: openReservations(now, longest * 1000),
    calendar: calendarOf(zone),
    nowSeconds: () => now() / 1000,
    observers: [],
    isClosed: false,
  };
}

/** Budgets of services that track, warn and throttle (docs/budget.md). */
export function createBudget(options: BudgetOptions): ServiceBudgets {
  const parts = partsOf(options);
  const { gramme, budgets, keeper } = parts;
  return {
    budgets,
    admit: (service, language = ANY_LANGUAGE) => admit(parts, service, language),
    async record(use) {
      refuseWhenClosed(parts);
      await recordUse(parts, { language: ANY_LANGUAGE, ...use });
    },
    async report(date = today(parts)) {
      return gramme.reportServices({ budgets, state: await keeper.kept(date), date });
    },
    async reportCsv(date = today(parts)) {
      return gramme.reportServicesCsv({ budgets, state: await keeper.kept(date), date });
    },
    observe: (observer) => void parts.observers.push(observer),
    waiting: () => keeper.waiting(),
    async close() {
      parts.isClosed = true;
      await keeper.flush();
    },
  };
}
