import type { FullGramme } from '../../core/gramme-contracts.ts';

/** What a page asks of the full core, in a worker of its own that starts when it is first asked. */
export type ToolsApi = Pick<FullGramme, 'rank' | 'decide' | 'decideCsv'>;
