/** `gramme/widget` where there is no page, as while a page is rendered on a server: types alone. */
export type * from './meter-contracts.ts';
