#!/usr/bin/env node
import { compiledCore } from './compiled-core.ts';

const called = process.argv[2];
// Most subcommands need the core; it compiles while their modules are loaded.
if (called !== undefined && !called.startsWith('-')) compiledCore().catch(() => {});
const { run } = await import('./run.ts');
await run(called);
