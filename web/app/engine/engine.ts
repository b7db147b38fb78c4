/** The two cores of the app, each in a worker: `core()` from the start, `tools()` when something needs it. */
import { type Remote, wrap } from 'comlink';
import type { CoreApi } from './core-api.ts';
import type { ToolsApi } from './tools-api.ts';

function openCore(): Remote<CoreApi> {
  return wrap(new Worker(new URL('./core-worker.ts', import.meta.url), { type: 'module' }));
}

let opened: Remote<CoreApi> | null = null;
let openedTools: Remote<ToolsApi> | null = null;

export function core(): Remote<CoreApi> {
  opened ??= openCore();
  return opened;
}

/** Its files are on their way while the page is built. */
export const startCore = (): void => void core();

/** A worker of its own, to be ended by whoever opens it. */
export const newToolsWorker = (): Worker =>
  new Worker(new URL('./tools-worker.ts', import.meta.url), { type: 'module' });

export function tools(): Remote<ToolsApi> {
  openedTools ??= wrap(newToolsWorker());
  return openedTools;
}
