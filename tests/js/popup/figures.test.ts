import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  badgeText,
  centralText,
  decadeText,
  type Measure,
  rangeText,
  shareText,
  showRange,
  tokensRangeText,
  tokensText,
} from '../../../web/look/figures.ts';

/** Narrow no-break space, written "~" in the expectations. */
const spaced = (expected: string) => expected.replaceAll('~', '\u202f');

const range = (low: number, central: number, high: number) => ({ low, central, high });

const VECTORS: [Measure, number, number, number, english: string, french: string][] = [
  ['wattHours', 0.08, 0.32, 1.3, '0.32~Wh (0.08–1.30)', '0,32~Wh (0,08–1,30)'],
  ['wattHours', 0, 0, 0, '0~Wh (0–0)', '0~Wh (0–0)'],
  ['wattHours', 0.04, 0.0999, 0.4, '0.10~Wh (0.04–0.40)', '0,10~Wh (0,04–0,40)'],
  ['wattHours', 0.04, 0.0949, 0.4, '95~mWh (40–400)', '95~mWh (40–400)'],
  ['wattHours', 400, 999.6, 3200, '1.0~kWh (0.4–3.2)', '1,0~kWh (0,4–3,2)'],
  ['wattHours', 2e6, 3.14e6, 9e6, '3.1~MWh (2.0–9.0)', '3,1~MWh (2,0–9,0)'],
  ['gramsCo2e', 0.4, 0.8734, 2.98, '0.87~g (0.40–2.98)', '0,87~g (0,40–2,98)'],
  ['gramsCo2e', 0.001, 1.5, 4, '1.5~g (<~0.1–4.0)', '1,5~g (<~0,1–4,0)'],
  ['gramsCo2e', 0.004, 0.0123, 0.05, '12~mg (4–50)', '12~mg (4–50)'],
  ['gramsCo2e', 47, 123.4, 1312, '120~g (47–1,300)', '120~g (47–1~300)'],
  ['gramsCo2e', 9.1, 9.96, 11, '10~g (9–11)', '10~g (9–11)'],
  ['gramsCo2e', 1e5, 4.25e5, 9e5, '430~kg (100–900)', '430~kg (100–900)'],
  ['gramsCo2e', 1e6, 2.5e6, 4e6, '2.5~t (1.0–4.0)', '2,5~t (1,0–4,0)'],
  ['gramsCo2e', 1e8, 1.2345e9, 4e9, '1,200~t (100–4,000)', '1~200~t (100–4~000)'],
  ['gramsCo2e', 1e-9, 1e-8, 1e-7, '<~0.001~mg (<~0.001–<~0.001)', '<~0,001~mg (<~0,001–<~0,001)'],
  ['litres', 0.002, 0.0072, 0.025, '7.2~mL (2.0–25.0)', '7,2~mL (2,0–25,0)'],
  ['litres', 0.9, 1.25, 2, '1.3~L (0.9–2.0)', '1,3~L (0,9–2,0)'],
];

for (const [measure, low, central, high, english, french] of VECTORS) {
  test(`${central} ${measure} reads "${english}"`, () => {
    const figure = range(low, central, high);
    assert.equal(rangeText(figure, measure, 'en'), spaced(english));
    assert.equal(rangeText(figure, measure, 'fr'), spaced(french));
  });
}

test('what is more than zero never reads as zero', () => {
  for (let exponent = -12; exponent < 12; exponent += 0.01) {
    const value = 10 ** exponent;
    for (const measure of ['wattHours', 'gramsCo2e', 'litres'] as const) {
      const shown = showRange(range(value / 50, value, value * 50), measure, 'en');
      for (const text of [shown.low, shown.central, shown.high]) assert.match(text, /[1-9]/);
    }
  }
});

test('a central figure has at most two significant digits', () => {
  for (let exponent = -5; exponent < 9; exponent += 0.003) {
    const value = 10 ** exponent;
    const { central } = showRange(range(value, value, value), 'gramsCo2e', 'en');
    const digits = central.replace(/[^\d]/g, '').replace(/^0+/, '').replace(/0+$/, '');
    assert.ok(digits.length <= 2, `${value} reads ${central}`);
  }
});

test('a figure without its bounds keeps its unit', () => {
  assert.equal(centralText(range(0.1, 0.34, 1), 'gramsCo2e', 'fr'), spaced('0,34~g'));
});

test('decades are written in the unit of their figure', () => {
  const figure = range(0.4, 0.9, 3);
  const texts = [0.1, 1, 10].map((value) => decadeText(value, figure, 'gramsCo2e', 'fr'));
  assert.deepEqual(texts, ['0,1~g', '1~g', '10~g'].map(spaced));
});

test('exact tokens keep all digits, estimated ones carry the sign and two digits', () => {
  assert.equal(tokensText(12_345, false, 'en'), '12,345');
  assert.equal(tokensText(12_345, false, 'fr'), spaced('12~345'));
  assert.equal(tokensText(12_345, true, 'en'), spaced('≈~12,000'));
  assert.equal(tokensText(0, true, 'en'), spaced('≈~0'));
  assert.equal(tokensText(123_456_789, false, 'en'), '123M');
});

test('a range of tokens is written only when there is one', () => {
  assert.equal(tokensRangeText(range(500, 500, 500), 'en'), '500');
  const estimated = tokensRangeText(range(612, 804, 1037), 'fr');
  assert.equal(estimated, spaced('≈~800 (610–1~000)'));
});

test('a small share is not nothing', () => {
  assert.equal(shareText(0.394, 'en'), '39%');
  assert.equal(shareText(0.001, 'en'), spaced('<~1%'));
  assert.equal(shareText(0, 'en'), '0%');
});

const BADGES: [number, string, string][] = [
  [0, '', ''],
  [Number.NaN, '', ''],
  [1e-6, '<.01', '<,01'],
  [0.034, '0.03', '0,03'],
  [0.846, '0.85', '0,85'],
  [0.996, '1.0', '1,0'],
  [1.24, '1.2', '1,2'],
  [9.96, '10', '10'],
  [123, '120', '120'],
  [999.6, '1.0k', '1,0k'],
  [9960, '10k', '10k'],
  [999_600, '1.0M', '1,0M'],
  [1e12, '1.0T', '1,0T'],
  [1e20, '999T', '999T'],
];
for (const [value, english, french] of BADGES) {
  test(`the badge shows ${value} as "${english}"`, () => {
    assert.equal(badgeText(value), english);
    assert.equal(badgeText(value, 'fr'), french);
  });
}

function badgeValue(text: string): number {
  const factor = 1000 ** ['', 'k', 'M', 'G', 'T'].indexOf(text.replace(/[^kMGT]/g, ''));
  return text.startsWith('<') ? 0.001 : Number.parseFloat(text) * factor;
}

test('the badge has at most four characters and never falls as the figure grows', () => {
  let before = 0;
  for (let exponent = -6; exponent <= 12; exponent += 0.0005) {
    const text = badgeText(10 ** exponent);
    assert.ok(text.length >= 1 && text.length <= 4, text);
    const value = badgeValue(text);
    assert.ok(value >= before * (1 - 1e-12), `${text} after ${before}`);
    before = value;
  }
});
