import { GrammeError } from '../core/node.ts';
import type {
  DatedUse,
  ServiceBudget,
  ServiceBudgetCalls,
  ServicePeriod,
  ServiceState,
} from '../core/service-budget-contracts.ts';
import type { BudgetStore } from './store.ts';

export interface KeeperParts {
  gramme: ServiceBudgetCalls;
  budgets: readonly ServiceBudget[];
  store: BudgetStore;
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

async function textOf(store: BudgetStore): Promise<string | null> {
  if (store.read !== undefined) return store.read();
  let text: string | null = null;
  await store.update((kept) => {
    text = kept;
    return null;
  });
  return text;
}

const monthOf = (date: string): string => date.slice(0, 'YYYY-MM'.length);

/** The day and its month; the month before has the mean when these have no requests. */
function recentOf(state: ServiceState | null, date: string): ServiceState | null {
  if (state === null) return null;
  return {
    schema: state.schema,
    days: state.days.filter((day) => day.date === date),
    months: state.months.filter((month) => month.date <= date).slice(-2),
  };
}

/** The periods that the uses lie in; null when one of them has to begin. */
function touchedOf(state: ServiceState | null, uses: readonly DatedUse[]): ServiceState | null {
  if (state === null) return null;
  const days = new Set(uses.map(({ date }) => date));
  const months = new Set(uses.map(({ date }) => monthOf(date)));
  const touched = {
    schema: state.schema,
    days: state.days.filter(({ date }) => days.has(date)),
    months: state.months.filter(({ date }) => months.has(date)),
  };
  const isWhole = touched.days.length === days.size && touched.months.length === months.size;
  return isWhole ? touched : null;
}

/** The periods, with those that have changed in the places of the earlier ones. */
function replaced(periods: readonly ServicePeriod[], changed: readonly ServicePeriod[]) {
  const byDate = new Map(changed.map((period) => [period.date, period]));
  return periods.map((period) => byDate.get(period.date) ?? period);
}

/** The state of a store, read and added to. */
export interface StateReader {
  added(state: ServiceState | null, uses: readonly DatedUse[]): ServiceState;
  /** The text of a state with uses added. */
  addedText(text: string | null, uses: readonly DatedUse[]): string;
  /** What a verdict or report of that day needs. The store puts a damaged text aside. */
  recent(date: string): Promise<ServiceState | null>;
}

const isDamage = (error: unknown): boolean =>
  (error as { code?: string }).code === 'damaged_record';

/** Adding, for which the core is given only the periods that change. */
function adder({ gramme, budgets }: KeeperParts) {
  const added = (state: ServiceState | null, uses: readonly DatedUse[]): ServiceState => {
    try {
      return gramme.addServiceUse({ budgets, state, uses });
    } catch (error) {
      throw asDamage(error);
    }
  };
  const addedToWhole = (state: ServiceState | null, uses: readonly DatedUse[]): ServiceState => {
    const touched = touchedOf(state, uses);
    if (state === null || touched === null) return added(state, uses);
    const { schema, days, months } = added(touched, uses);
    return {
      schema,
      days: replaced(state.days, days),
      months: replaced(state.months, months),
    };
  };
  return { added, addedToWhole };
}

interface Known {
  text: string | null;
  state: ServiceState | null;
}

/** The last text that was read or made, and its state. */
function openMemory(added: StateReader['added']) {
  let known: Known = { text: null, state: null };
  return {
    stateOf: (text: string | null) => (text === known.text ? known.state : parseState(text)),
    remember: (text: string, state: ServiceState) => {
      known = { text, state };
    },
    /** The first text is looked over as a whole, later ones where they are used. */
    recentIn(text: string | null, date: string): ServiceState | null {
      if (text === known.text) return recentOf(known.state, date);
      const state = parseState(text);
      const recent = recentOf(state, date);
      const looked = known.text === null ? state : recent;
      if (looked !== null) added(looked, []);
      known = { text, state };
      return recent;
    },
  };
}

export function openReader(parts: KeeperParts): StateReader {
  const { store } = parts;
  const { added, addedToWhole } = adder(parts);
  const memory = openMemory(added);
  const read = async (date: string) => memory.recentIn(await textOf(store), date);
  /** For the store, which puts aside what this refuses. */
  const lookedOver = (text: string | null): null => {
    const state = parseState(text);
    if (state !== null) added(state, []);
    return null;
  };
  return {
    added,
    addedText(text, uses) {
      const state = addedToWhole(memory.stateOf(text), uses);
      const next = JSON.stringify(state);
      // Most often this text is read next.
      memory.remember(next, state);
      return next;
    },
    async recent(date) {
      try {
        return await read(date);
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
      await store.update(lookedOver);
      return read(date);
    },
  };
}
