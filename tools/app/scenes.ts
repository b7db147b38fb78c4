/** The states of the app that are looked at and checked: by people as pictures, by axe in tests. */
import type { Page } from 'playwright-core';
import type { Visitor } from './app-browser.ts';

export interface Scene {
  name: string;
  open(visitor: Visitor): Promise<Page>;
}

const page = (name: string, hash: string): Scene => ({
  name,
  open: (visitor) => visitor.open(hash),
});

export const SCENES: Scene[] = [
  page('calculator', '#/calculator'),
  page('compare', '#/compare'),
  page('data', '#/data'),
  page('decide', '#/decide'),
  page('methods', '#/methods'),
];
