/** Choices by a random number that is the same in every run. */
import type { Random } from '../../../bench/random.ts';

export const below = (random: Random, end: number): number => Math.floor(random() * end);

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[below(random, list.length)] as T;

export const isLucky = (random: Random, share: number): boolean => random() < share;
