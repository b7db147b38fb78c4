/** The entry `gramme/budget`. */
export type * from '../core/service-budget-contracts.ts';
export {
  type Admission,
  ANY_LANGUAGE,
  type BudgetObserver,
  type BudgetOptions,
  createBudget,
  type ServiceBudgets,
} from './create-budget.ts';
export { type FileStoreOptions, fileStore } from './file-store.ts';
export type { Footprint } from './footprint.ts';
export type { Refusal } from './refusal.ts';
export { type BudgetStore, memoryStore } from './store.ts';
export {
  type FootprintHandler,
  type FootprintOptions,
  type NameSource,
  withFootprint,
} from './with-footprint.ts';
