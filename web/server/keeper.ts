import { GrammeError } from '../core/error.ts';
import type {
  DatedUse,
  ServiceBudget,
  ServiceBudgetCalls,
  ServicePeriod,
  ServiceState,
} from '../core/service-budget-contracts.ts';
import type { BudgetStore } from './store.ts';

/** As many as the core adds at once. */
const MOST_WAITING = 10_000;

/** What was used, kept in a store; the state that is not written yet included. */
export interface Keeper {
  /** Resolves when the use is kept. Rejects when that failed: it is tried again with the next. */
  add(use: DatedUse): Promise<void>;
  /** The whole state. */
  whole(): Promise<ServiceState | null>;
  /** Of the state what a verdict on that day needs. */
  recent(date: string): Promise<ServiceState | null>;
  /**
   * When all that waits now was written, or could not be. A request that is judged after that is
   * judged on what other processes can see too.
   */
  settled(): Promise<void>;
  /** How many uses are not written yet. */
  waiting(): number;
  /** Writes what is waiting. */
  flush(): Promise<void>;
}

interface Waiting {
  use: DatedUse;
  ended: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function waitingFor(use: DatedUse): Waiting {
  let resolve = () => {};
  let reject: Waiting['reject'] = () => {};
  const ended = new Promise<void>((keep, fail) => {
    resolve = keep;
    reject = fail;
  });
  return { use, ended, resolve, reject };
}

const damaged = (message: string) => new GrammeError('damaged_record', '', message);

const isListOfPeriods = (value: unknown): value is ServicePeriod[] =>
  Array.isArray(value) && value.every((item) => typeof item?.date === 'string');

/** The state as its text has it; rows are looked into by the core alone. */
function parseState(text: string | null): ServiceState | null {
  if (text === null) return null;
  let parsed: Partial<ServiceState> | null;
  try {
    parsed = JSON.parse(text) as Partial<ServiceState> | null;
  } catch {
    throw damaged('it is no JSON');
  }
  if (!isListOfPeriods(parsed?.days) || !isListOfPeriods(parsed.months)) {
    throw damaged('it is no state of a budget');
  }
  return parsed as ServiceState;
}

/** What the core finds wrong in a state is damage of the store. */
function asDamage(error: unknown): unknown {
  const { path = '', message = '' } = error as { path?: string; message?: string };
  return path.startsWith('/state') ? damaged(`${path}: ${message}`) : error;
}

/** The day and its month; the month before has the mean when these have no requests. */
function recentOf(state: ServiceState | null, date: string): ServiceState | null {
  if (state === null) return null;
  return {
    schema: state.schema,
    days: state.days.filter((day) => day.date === date),
    months: state.months.filter((month) => month.date <= date).slice(-2),
  };
}

export interface KeeperParts {
  gramme: ServiceBudgetCalls;
  budgets: readonly ServiceBudget[];
  store: BudgetStore;
}

/** Reads a store's state, each text once; damage is put aside by the store. */
function reader({ gramme, budgets, store }: KeeperParts) {
  let known: { text: string | null; state: ServiceState | null } = { text: null, state: null };
  const add = (state: ServiceState | null, uses: readonly DatedUse[]): ServiceState => {
    try {
      return gramme.addServiceUse({ budgets, state, uses });
    } catch (error) {
      throw asDamage(error);
    }
  };
  const readText = async (): Promise<string | null> => {
    if (store.read !== undefined) return store.read();
    let text: string | null = null;
    await store.update((kept) => {
      text = kept;
      return null;
    });
    return text;
  };
  const read = async (): Promise<ServiceState | null> => {
    const text = await readText();
    if (text !== known.text) {
      const state = parseState(text);
      if (state !== null) add(state, []);
      known = { text, state };
    }
    return known.state;
  };
  const readOrRepair = async (): Promise<ServiceState | null> => {
    try {
      return await read();
    } catch (error) {
      if ((error as { code?: string }).code !== 'damaged_record') throw error;
    }
    await store.update((text) => {
      if (text !== null) add(parseState(text), []);
      return null;
    });
    return read();
  };
  return { add, readOrRepair };
}

export function openKeeper(parts: KeeperParts): Keeper {
  const { add, readOrRepair } = reader(parts);
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  /** All that waits goes out together; what comes meanwhile, together after that. */
  async function writeAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const batch = [...waiting];
        const uses = batch.map(({ use }) => use);
        await parts.store.update((text) => JSON.stringify(add(parseState(text), uses)));
        waiting = waiting.slice(batch.length);
        for (const { resolve } of batch) resolve();
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    } finally {
      writing = undefined;
    }
  }

  /** With what waits now or waited when reading began: a use may count twice for a moment, never not. */
  async function withWaiting(
    select: (state: ServiceState | null) => ServiceState | null,
  ): Promise<ServiceState | null> {
    const before = waiting;
    const state = select(await readOrRepair());
    const pending = before === waiting ? before : [...new Set([...before, ...waiting])];
    if (pending.length === 0) return state;
    return add(
      state,
      pending.map(({ use }) => use),
    );
  }

  return {
    async add(use) {
      if (waiting.length >= MOST_WAITING) {
        throw new GrammeError('too_large', '', `${MOST_WAITING} uses wait to be written`);
      }
      const entry = waitingFor(use);
      waiting = [...waiting, entry];
      writing ??= Promise.resolve().then(writeAll);
      await entry.ended;
    },
    whole: () => withWaiting((state) => state),
    recent: (date) => withWaiting((state) => recentOf(state, date)),
    async settled() {
      await waiting.at(-1)?.ended.catch(() => {});
    },
    waiting: () => waiting.length,
    async flush() {
      writing ??= Promise.resolve().then(writeAll);
      await writing;
      if (waiting.length > 0) {
        throw new GrammeError('invalid_type', '', `${waiting.length} uses could not be written`);
      }
    },
  };
}
