/** An uncertain figure, as in config/. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

export type Weights = Map<string, Range>;

const WORDS: Range = { low: 1.2, central: 1.42, high: 1.6 };
const SIGNS: Range = { low: 1.13, central: 1.18, high: 1.36 };
const ACCENTED: Range = { low: 1, central: 1.18, high: 1.5 };
const REPEATS: Range = { low: 1, central: 2, high: 3 };
const OTHERS: Range = { low: 1, central: 1, high: 1.05 };

/**
 * Tokens of the newer Claude family to those of the older for the same text, as published:
 * English 1.20 to 1.59, code 1.13 to 1.36, one repeated letter 2.99, accented languages 1.24 to
 * 1.46; Chinese, Japanese, Korean, Arabic, Hindi, Russian, digits and blanks 1.00 to 1.01, emoji
 * and symbols to 1.07 (sources: config/encodings.yaml).
 */
const NEWER_CLAUDE: Record<string, Range> = {
  word: WORDS,
  mixed_word: WORDS,
  accented_latin: WORDS,
  rarity: WORDS,
  prefix: SIGNS,
  punctuation: SIGNS,
  extended: ACCENTED,
  repeat: REPEATS,
};

const asBand = (central: number, below: number, above: number): Range => ({
  low: central * Math.max(0, 1 - below),
  central,
  high: central * (1 + above),
});

/** The error of the fit and the spread of the ratios are independent: their squares add up. */
function widened({ low, central, high }: Range, ratio: Range): Range {
  if (central === 0) return { low: 0, central: 0, high: 0 };
  const below = Math.hypot(1 - low / central, 1 - ratio.low / ratio.central);
  const above = Math.hypot(high / central - 1, ratio.high / ratio.central - 1);
  return asBand(central * ratio.central, below, above);
}

export function newerClaude(older: Weights): Weights {
  const newer = [...older].map(
    ([name, weight]) => [name, widened(weight, NEWER_CLAUDE[name] ?? OTHERS)] as const,
  );
  return new Map(newer);
}
