// Random texts made of what tokenizers get wrong; the same for the same seed.

import type { Random } from '../../../bench/random.ts';

const words = (text: string) => text.split(' ');

/** Each pool provokes one rule of the split patterns, or a way to get Unicode wrong. */
const POOLS: string[][] = [
  // Contractions, with the long s that matches an s without regard to case.
  words("'s 'S 'ſ 't 'T 're 'RE 'rE 've 'VE 'm 'M 'll 'LL 'lL 'd 'D ’s 'ſſ ' '' 'x"),
  words('a b z A B Z é É ß ẞ ſ ı İ ǅ ǲ ᾈ Σ ς ﬁ don can I it we HTTP iPhone McD'),
  // Letters without case, modifier letters, marks.
  words('中 文 あ ア ー 한 ي ب ש ก ฉ अ ʰ ʼ ᵀ ˈ ª º \u0301 \u0308 \u093e \u20e3 \ufe0f \u0345'),
  [' ', '  ', '   ', '\t', '\u00a0', '\u3000', '\u2003', '\u205f', '\u202f', '\u1680', '\u000b'],
  ['\n', '\r', '\r\n', '\n\n', ' \n', '\n ', '\t\r', '\u0085', '\u2028', '\u2029', '\f', '\u001c'],
  ['\ufeff', '\u200b', '\u200d', '\u180e', '\u2060', '\u0000', '\u0007', '\u007f', '\u00ad'],
  words('0 1 12 123 1234 999999 ٣ ٣٤٥ ۷ ७ 五 Ⅷ ½ ² ₃ ⑨ 𝟘 𝟙𝟚 ௧௨ 1e5 0x1F'),
  words('! !! . ... , ; : / // /// \\ ( ) [ ] { } < > = == === -- --- _ @ # $ % ^ & * + ~ ` " |'),
  words('😀 👨‍👩‍👧‍👦 👍🏽 🇫🇷 🇫 ❤️ 1️⃣ ☃ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩🏽‍💻 🫨 ™ ® © → ≠ ∑ ﷽ � 𒀀 𓂀 𝒜 𝓫 🀄'),
  words('<|endoftext|> <|endofprompt|> <|fim_prefix|> <|im_start|> <| |> <|start|> endoftext'),
  ['\ud800', '\udfff', '\ud83d', '\ude00', '\ud83d\ude00', '\udbff\udfff', '\udc00\ud800'],
  ['\u{10fffd}', '\u{e0001}', '\u{1fffe}', '\u{3134a}', '\u0378', '\u2fe0', '\u{1e900}', '\uffff'],
  words('the and function return const import def class self hello world Python JavaScript'),
  words('/ /\n /* // .\n .\r\n ;\n {\n }\n )) ()); ?> ]]> --> </div> https://x.y/z?a=b&c=d'),
];

const LONGEST_MIX = 16;
const LONGEST_REPEAT = 300;
const REPEAT_SHARE = 0.005;
const ANY_CODE_POINT_SHARE = 0.03;

const below = (random: Random, end: number) => Math.floor(random() * end);
const pick = <T>(random: Random, list: T[]): T => list[below(random, list.length)] as T;

function part(random: Random, pools: string[][]): string {
  if (random() < ANY_CODE_POINT_SHARE) return String.fromCodePoint(below(random, 0x110000));
  const text = pick(random, pick(random, pools));
  const isRepeated = random() < REPEAT_SHARE;
  return isRepeated ? text.repeat(2 + below(random, LONGEST_REPEAT / text.length)) : text;
}

/** A text of a few parts, drawn from up to four of the pools. */
export function randomText(random: Random): string {
  const pools = Array.from({ length: 1 + below(random, 4) }, () => pick(random, POOLS));
  const count = 1 + below(random, LONGEST_MIX);
  return Array.from({ length: count }, () => part(random, pools)).join('');
}

/** The text in parts cut anywhere, also within a pair of surrogates. */
export function randomCuts(random: Random, text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const size = 1 + below(random, random() < 0.5 ? 3 : 16);
    parts.push(text.slice(at, at + size));
    at += size;
  }
  return parts;
}
