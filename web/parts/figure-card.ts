import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Range, Sums } from '../core/contracts.ts';
import {
  boundsText,
  decadeText,
  rangeText,
  showRange,
  tokensRangeText,
  tokensText,
} from '../look/figures.ts';
import { language, plural, text } from '../words/words.ts';
import '../look/range-mark.ts';
import { baseStyle, cardStyle } from './base-style.ts';
import './confidence-word.ts';
import { figureStyle } from './figure-style.ts';
import { dateWords, type Span } from './period-words.ts';

interface Tile {
  name: string;
  figure: string;
  /** What stands under the figure: its range, or how sure it is. */
  note: TemplateResult | string;
}

function energyTile({ energyWattHours }: Sums): Tile {
  const shown = showRange(energyWattHours, 'wattHours', language());
  return {
    name: text('energy'),
    figure: `${shown.central}\u202f${shown.unit}`,
    note: boundsText(shown),
  };
}

/** Why tokens are exact or estimated. */
export interface TokensExplained {
  exact: string;
  estimated: string;
}

const onPage = (): TokensExplained => ({
  exact: text('exact_explained'),
  estimated: text('estimated_explained'),
});

function tokensTile(stats: Sums, explained: TokensExplained): Tile {
  const { tokens, requests, estimatedRequests, promptTokens, outputTokens } = stats;
  const isEstimated = estimatedRequests > 0;
  const span = (range: Range) => tokensRangeText(range, language());
  const explanation = [
    isEstimated ? explained.estimated : explained.exact,
    ...(isEstimated && estimatedRequests < requests
      ? [plural('estimated_part', estimatedRequests, String(requests))]
      : []),
    text('tokens_parts', span(promptTokens), span(outputTokens)),
  ].join(' ');
  return {
    name: text('tokens'),
    figure: tokensText(tokens, isEstimated, language()),
    note: html`<confidence-word
      word=${text(isEstimated ? 'estimated' : 'exact')}
      explanation=${explanation}
    ></confidence-word>`,
  };
}

function waterTile({ waterLitres, waterUnknownRequests, requests }: Sums): Tile {
  const name = text('water');
  if (waterUnknownRequests > 0 && waterUnknownRequests === requests) {
    return {
      name,
      figure: '\u2013',
      note: html`<confidence-word
        word=${text('unknown')}
        explanation=${text('water_unknown_explained')}
      ></confidence-word>`,
    };
  }
  const shown = showRange(waterLitres, 'litres', language());
  const bounds = boundsText(shown);
  if (waterUnknownRequests === 0) {
    return { name, figure: `${shown.central}\u202f${shown.unit}`, note: bounds };
  }
  return {
    name,
    figure: `${shown.central}\u202f${shown.unit}`,
    note: html`<confidence-word
      word=${text('at_least')}
      explanation=${`${plural('water_lower_bound', waterUnknownRequests)} ${bounds}`}
    ></confidence-word>`,
  };
}

/** The hero: grams CO2e with their range, and energy, tokens and water beside it. */
export class FigureCard extends LitElement {
  static override properties = { period: { attribute: false }, use: { attribute: false } };
  static override styles = [baseStyle, cardStyle, figureStyle];

  declare period: Span & { stats: Sums };
  /** Of use that was not typed on a page: how sure its tokens are, in words of its own. */
  declare use: TokensExplained | null;

  constructor() {
    super();
    this.use = null;
  }

  override render() {
    const { stats } = this.period;
    const { gramsCo2e } = stats;
    const shown = showRange(gramsCo2e, 'gramsCo2e', language());
    const isEmpty = stats.requests === 0;
    const tiles = [energyTile(stats), tokensTile(stats, this.use ?? onPage()), waterTile(stats)];
    return html`<section class="card">
      <h2 class="small muted">${dateWords(this.period)}</h2>
      <p class="hero">
        <span class="figure">${shown.central}</span>
        <span class="unit">${shown.unit} CO₂e</span>
        <span class="bounds">${isEmpty ? nothing : boundsText(shown)}</span>
      </p>
      <range-mark
        .range=${gramsCo2e}
        label=${rangeText(gramsCo2e, 'gramsCo2e', language())}
        .decade=${(value: number) => decadeText(value, gramsCo2e, 'gramsCo2e', language())}
      ></range-mark>
      <dl>${tiles.map((tile) => tileTemplate(isEmpty ? { ...tile, note: '' } : tile))}</dl>
      <p class="small muted counts">
        ${[plural('answers', stats.requests), ...(this.use === null ? [plural('prompts', stats.prompts)] : [])].join(' · ')}
      </p>
    </section>`;
  }
}

function tileTemplate({ name, figure, note }: Tile) {
  return html`<div>
    <dt>${name}</dt>
    <dd class="value">${figure}</dd>
    <dd class="note">${note}</dd>
  </div>`;
}

customElements.define('figure-card', FigureCard);
