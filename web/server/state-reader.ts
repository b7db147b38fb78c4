import { GrammeError } from '../core/error.ts';
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

/** The state of a store, read and added to. */
export interface StateReader {
  added(state: ServiceState | null, uses: readonly DatedUse[]): ServiceState;
  /** The text of a state with uses added. */
  addedText(text: string | null, uses: readonly DatedUse[]): string;
  /** Each text is read once; the store puts a damaged one aside. */
  read(): Promise<ServiceState | null>;
}

export function openReader({ gramme, budgets, store }: KeeperParts): StateReader {
  let known: { text: string | null; state: ServiceState | null } = { text: null, state: null };
  const added = (state: ServiceState | null, uses: readonly DatedUse[]): ServiceState => {
    try {
      return gramme.addServiceUse({ budgets, state, uses });
    } catch (error) {
      throw asDamage(error);
    }
  };
  const checked = (text: string | null): ServiceState | null => {
    const state = parseState(text);
    if (state !== null) added(state, []);
    return state;
  };
  const read = async (): Promise<ServiceState | null> => {
    const text = await textOf(store);
    if (text !== known.text) known = { text, state: checked(text) };
    return known.state;
  };
  return {
    added,
    addedText: (text, uses) => JSON.stringify(added(parseState(text), uses)),
    async read() {
      try {
        return await read();
      } catch (error) {
        if ((error as { code?: string }).code !== 'damaged_record') throw error;
      }
      await store.update((text) => {
        checked(text);
        return null;
      });
      return read();
    },
  };
}
