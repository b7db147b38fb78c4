/** What every entry of the package hands on. */
export type * from './analysis-contracts.ts';
export type * from './calculator-contracts.ts';
export type * from './context-contracts.ts';
export type * from './contracts.ts';
export type * from './decision-contracts.ts';
export { GrammeError } from './error.ts';
export type * from './explain-contracts.ts';
export type * from './gramme-contracts.ts';
export type * from './hardware-contracts.ts';
export type * from './local-contracts.ts';
export type * from './measurement-contracts.ts';
export type * from './place-contracts.ts';
export type * from './rank-contracts.ts';
export type * from './service-budget-contracts.ts';
export type * from './token-contracts.ts';
export type * from './usage-contracts.ts';
export type * from './view-contracts.ts';
