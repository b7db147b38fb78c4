/** Ways to make a message another one: a member of any depth is replaced, added or taken away. */
import type { Random } from '../../../bench/random.ts';
import { payloads } from './payloads.ts';
import { below, isLucky, pick } from './pick.ts';

const DEEP = 5000;

function deepRecord(): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < DEEP; depth += 1) value = { value };
  return value;
}

const deep = deepRecord();
const numbers = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, -1, 0.1, 1e-320],
  ...[2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 1e308, 8.64e15, 8.64e15 + 1, 2_000_000, 2_000_001],
];
const others: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    false,
    [],
    {},
    [[]],
    deep,
    new Date(0),
    new Map(),
    Symbol.iterator,
    1n,
  ],
  ...[Object.create(null), JSON.parse('{"__proto__":{"isPolluted":true}}'), { constructor: 1 }],
  ...[{ toString: 1, valueOf: null }, { length: 1e9 }, { low: 3, central: 2, high: 1 }],
  ...[Array.from({ length: 2000 }, () => 'a'), new Array(1e6), new Uint8Array(8), () => 1],
];
const names = ['__proto__', 'constructor', 'prototype', 'type', 'isPolluted', 'toString', 'more'];

const strange = (random: Random): unknown =>
  pick<unknown>(random, pick<readonly unknown[]>(random, [numbers, payloads, others]));

type Members = Record<string, unknown>;

/** Own members alone, also one that is called `__proto__`. */
function withMember(record: Members, name: string, value: unknown): Members {
  const copy = { ...record };
  Object.defineProperty(copy, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

function withoutMember(record: Members, name: string): Members {
  const { [name]: _, ...others_ } = record;
  return others_;
}

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function changedMember(random: Random, value: unknown): unknown {
  if (typeof value === 'number' && isLucky(random, 0.5)) return pick(random, numbers);
  if (typeof value === 'string' && isLucky(random, 0.6)) return pick(random, payloads);
  if (isRecord(value) && isLucky(random, 0.2)) return Object.values(value);
  return strange(random);
}

/** The value with one change somewhere in it. */
export function mutated(random: Random, value: unknown): unknown {
  if (!isRecord(value) || isLucky(random, 0.02)) return changedMember(random, value);
  const name = pick(random, Object.keys(value));
  if (name === undefined || isLucky(random, 0.1)) {
    return withMember(value, pick(random, names), strange(random));
  }
  if (isLucky(random, 0.1)) return withoutMember(value, name);
  const member = value[name];
  const isInside = isRecord(member) && !isLucky(random, 0.2);
  return withMember(
    value,
    name,
    isInside ? mutated(random, member) : changedMember(random, member),
  );
}

/** No message at all. */
export const randomValue = (random: Random): unknown =>
  isLucky(random, 0.5) ? strange(random) : { type: strange(random), [`m${below(random, 9)}`]: 1 };
