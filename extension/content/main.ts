/** Content script: watches the page, counts, reports numbers. Runs in the isolated world. */
import { adapterFor } from '../sites/registry.ts';
import { beginWatch } from './lifetime.ts';
import { watch } from './watch.ts';

const adapter = adapterFor(location.hostname);
const signal = adapter === null || window.top !== window ? null : beginWatch(adapter.id);
if (adapter !== null && signal !== null) watch(adapter, signal);
