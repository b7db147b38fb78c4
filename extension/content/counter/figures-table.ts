import type { LiveSums } from '../../../web/core/contracts.ts';
import {
  boundsText,
  centralText,
  type Measure,
  shareText,
  showRange,
} from '../../../web/look/figures.ts';
import type { LiveFigures } from '../../shared/answers.ts';
import { element } from './element.ts';
import { filled, type Words } from './words.ts';

/** Stands where nothing was counted yet. */
const NOTHING = '–';
const LONG_TOKENS = 100_000;
const ALL_DIGITS = 12;

type Cell = [figure: HTMLElement, bounds: HTMLElement];

/** Rows of figures: their places never change, only what is written in them. */
export interface FiguresTable {
  table: HTMLTableElement;
  show(figures: LiveFigures): void;
}

/** Longer counts would not fit their column: "1.9M". */
function countText(tokens: number, locale: string, digits: number): string {
  const isLong = tokens >= LONG_TOKENS;
  return new Intl.NumberFormat(locale, {
    notation: isLong ? 'compact' : 'standard',
    maximumSignificantDigits: isLong ? 2 : digits,
  })
    .format(tokens)
    .replace(/[ \u00a0]/g, '\u202f');
}

/** "≈ 1,200" and "(960–1,500)"; an exact count has all its digits and no bounds. */
function tokensTexts({ tokens: { low, central, high } }: LiveSums, locale: string) {
  if (low === high) return [countText(central, locale, ALL_DIGITS), ''] as const;
  const bound = (value: number) => countText(value, locale, 2);
  return [`≈\u202f${bound(central)}`, `(${bound(low)}–${bound(high)})`] as const;
}

function measureTexts(sums: LiveSums, measure: Measure, locale: string) {
  const range = measure === 'wattHours' ? sums.energyWattHours : sums.gramsCo2e;
  return [
    centralText(range, measure, locale),
    boundsText(showRange(range, measure, locale)),
  ] as const;
}

function newCell(): Cell {
  return [element('span', { class: 'figure' }, [NOTHING]), element('span', { class: 'bounds' })];
}

function write([figure, bounds]: Cell, [central, range]: readonly [string, string]): void {
  figure.textContent = central;
  bounds.textContent = range;
}

/** Tokens, energy and carbon of the answer and of the conversation. */
export function newFiguresTable({ words, locale }: Words): FiguresTable {
  const rows = [words.tokens, words.energy, 'CO₂e'].map((name) => ({
    name,
    answer: newCell(),
    conversation: newCell(),
  }));
  const heads = ['', words.answer, words.conversation].map((name) =>
    element(name === '' ? 'td' : 'th', name === '' ? {} : { scope: 'col' }, [name]),
  );
  const table = element('table', {}, [
    element('thead', {}, [element('tr', {}, heads)]),
    element(
      'tbody',
      {},
      rows.map(({ name, answer, conversation }) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, [name]),
          element('td', {}, answer),
          element('td', {}, conversation),
        ]),
      ),
    ),
  ]);
  return {
    table,
    show(figures) {
      rows.forEach((row, index) => {
        const textsOf = (sums: LiveSums) =>
          index === 0
            ? tokensTexts(sums, locale)
            : measureTexts(sums, index === 1 ? 'wattHours' : 'gramsCo2e', locale);
        write(row.answer, textsOf(figures.answer));
        write(row.conversation, textsOf(figures.conversation));
      });
    },
  };
}

const UNITS = { gramsCo2e: 'g CO₂e', wattHours: 'Wh', tokens: 'tokens' } as const;

/** "Budget used up: 124 % of 5 g CO₂e per day.", or nothing. */
export function reminderOf({ overBudget }: LiveFigures, { words, locale }: Words): string {
  if (overBudget === null) return '';
  const { share, limit, measure, range } = overBudget;
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 }).format(limit);
  const whole = `${number}\u202f${UNITS[measure]}`;
  return filled(words.over, shareText(share, locale), whole, words[range]);
}
