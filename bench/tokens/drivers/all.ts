import type { Driver } from './driver.ts';
import { gramme } from './gramme.ts';
import { peers } from './peers.ts';

/** Every tokenizer that runs in Node, by the name it is asked for. */
export const drivers: Record<string, Driver> = { gramme, ...peers };
