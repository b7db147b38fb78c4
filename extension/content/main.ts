/** Content script: watches the page, counts, reports numbers. Runs in the isolated world. */
import { adapterFor } from '../sites/registry.ts';
import { watch } from './watch.ts';

const adapter = adapterFor(location.hostname);
if (adapter !== null && window.top === window) watch(adapter);
