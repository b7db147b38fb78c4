import { newRandom } from '../random.ts';

const FIRST_HAN = 0x4e00;
const HAN_COUNT = 20_000;
const FIRST_SURROGATE = 0xd800;
const SURROGATE_COUNT = 0x800;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function drawn(length: number, seed: number, draw: (random: () => number) => string): string {
  const random = newRandom(seed);
  const parts = Array.from({ length }, () => draw(random));
  return parts.join('');
}

const repeated = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Texts of so many UTF-16 units that make a careless tokenizer slow. */
export const hostileTexts: Record<string, (length: number) => string> = {
  "'a' repeated": repeated('a'),
  spaces: repeated(' '),
  newlines: repeated('\n'),
  "'!' repeated": repeated('!'),
  'random a-z': (length) =>
    drawn(length, 11, (random) => String.fromCharCode(97 + Math.floor(random() * 26))),
  'random Han': (length) =>
    drawn(length, 7, (random) => String.fromCharCode(FIRST_HAN + Math.floor(random() * HAN_COUNT))),
  'e + U+0301': repeated('e\u0301'),
  'family emoji (ZWJ)': repeated('👨\u200d👩\u200d👧\u200d👦'),
  'lone surrogates': (length) =>
    drawn(length, 13, (random) => {
      // A low half never follows a high one: no pair arises by chance.
      const half = Math.floor(random() * (SURROGATE_COUNT / 2));
      return String.fromCharCode(FIRST_SURROGATE + SURROGATE_COUNT / 2 + half);
    }),
  base64: (length) =>
    drawn(length, 17, (random) => BASE64[Math.floor(random() * BASE64.length)] ?? ''),
  digits: (length) => drawn(length, 19, (random) => String(Math.floor(random() * 10))),
  'capitals and small letters': repeated('aBcDeFgH'),
  'blanks and newlines': (length) =>
    drawn(length, 23, (random) => ' \n\t\r\u00a0\u3000'[Math.floor(random() * 6)] ?? ' '),
};

/** One character again and again: no slower than ordinary text. */
export const SINGLE_CHARACTERS = ["'a' repeated", 'spaces', 'newlines', "'!' repeated"];
