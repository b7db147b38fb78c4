/**
 * Where a budget keeps what was used, as one text. Anything that changes it alone, among all that
 * share it, fits: a file, a row of a database.
 */
export interface BudgetStore {
  /**
   * Gives the text as it is (null: nothing is kept) to `change` and keeps what it answers; null
   * leaves it as it is. Fails, and leaves it as it was, when that cannot be kept. `change` throws
   * `damaged_record` for a text that is none of a budget's.
   */
  update(change: (text: string | null) => string | null): Promise<void>;
  /** The text as it is; without this, `update` is asked. */
  read?(): Promise<string | null>;
}

/** Keeps what was used as long as the process runs. */
export function memoryStore(): BudgetStore {
  let text: string | null = null;
  return {
    read: async () => text,
    update: async (change) => {
      text = change(text) ?? text;
    },
  };
}
