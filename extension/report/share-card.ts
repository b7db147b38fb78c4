import { css, html, LitElement, type PropertyValues } from 'lit';
import { centralText, rangeText, tokensText } from '../../web/look/figures.ts';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { partsOf } from '../../web/parts/breakdown.ts';
import { download } from '../../web/parts/download.ts';
import { fieldStyle, selectRow } from '../../web/parts/fields.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import { dateWords } from '../../web/parts/period-words.ts';
import { partName } from '../../web/parts/series-words.ts';
import type { Series } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { language, plural, text } from '../shared/text.ts';
import { CARD_HEIGHT, CARD_WIDTH, type Card, drawCard } from './draw-card.ts';

const MOST_MODELS = 3;

function cardOf({ period, modelNames }: Series): Card {
  const { stats } = period;
  const locale = language();
  const total = stats.gramsCo2e.central;
  return {
    period: dateWords(period),
    grams: `${centralText(stats.gramsCo2e, 'gramsCo2e', locale)} CO₂e`,
    bounds: rangeText(stats.gramsCo2e, 'gramsCo2e', locale).replace(/^[^(]*/, ''),
    facts: [
      [text('energy'), centralText(stats.energyWattHours, 'wattHours', locale)],
      [text('tokens'), tokensText(stats.tokens, stats.estimatedRequests > 0, locale)],
      [text('table_answers'), new Intl.NumberFormat(locale).format(stats.requests)],
    ],
    models: partsOf(stats.byModel, modelNames)
      .slice(0, MOST_MODELS)
      .map(({ name, gramsCo2e }) => ({
        name: name || text('model_not_named'),
        share: total > 0 ? gramsCo2e.central / total : 0,
      })),
    methodology: period.rows.at(-1)?.methodology ?? '',
  };
}

/** A picture of a year or month, drawn here and saved as PNG. */
export class ShareCard extends LitElement {
  static override properties = {
    series: { attribute: false },
    shown: { state: true },
    word: { state: true },
  };

  static override styles = [
    baseStyle,
    cardStyle,
    pageStyle,
    buttonStyle,
    fieldStyle,
    css`
      :host {
        max-inline-size: none;
        padding: 0;
      }
      canvas {
        display: block;
        inline-size: 100%;
        block-size: auto;
        margin-block-start: var(--gramme-space-3);
        border: var(--gramme-hairline);
        border-radius: var(--gramme-radius);
      }
    `,
  ];

  /** The year that the report is about. */
  declare series: Series;
  declare shown: Series;
  declare word: string;

  constructor() {
    super();
    this.word = '';
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('series')) this.shown = this.series;
  }

  override render() {
    const { stats } = this.shown.period;
    const { period, grams, facts } = cardOf(this.shown);
    const [energy, tokens] = facts.map(([, figure]) => figure);
    const answers = plural('answers', stats.requests);
    const label = text('share_alt', period, grams, energy ?? '', tokens ?? '', answers);
    return html`<section class="card">
      <h2>${text('share_title')}</h2>
      ${this.choice()}
      <canvas
        width=${CARD_WIDTH}
        height=${CARD_HEIGHT}
        role="img"
        aria-label=${label}
      ></canvas>
      <div class="actions">
        <button type="button" @click=${this.save}>${text('share_save')}</button>
        <button type="button" @click=${this.copy}>${text('share_copy')}</button>
        <span role="status">${this.word}</span>
      </div>
    </section>`;
  }

  override updated(): void {
    const context = this.canvas?.getContext('2d') ?? null;
    if (context !== null) drawCard(context, cardOf(this.shown), getComputedStyle(this));
  }

  private choice() {
    const { period, parts } = this.series;
    const months = parts.filter(({ stats }) => stats.requests > 0);
    return selectRow({
      id: 'period',
      label: text('share_period'),
      value: this.shown.period.date,
      options: [
        { value: period.date, name: period.date },
        ...months.map(({ date }) => ({ value: date, name: `${partName(date)} ${period.date}` })),
      ],
      onChange: (date) => void this.show(date),
    });
  }

  private async show(date: string): Promise<void> {
    const isYear = date === this.series.period.date;
    this.shown = isYear ? this.series : await ask({ type: 'series/read', date });
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  private picture(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.canvas?.toBlob(
        (blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)),
        'image/png',
      );
    });
  }

  private async save(): Promise<void> {
    download(`gramme-${this.shown.period.date}.png`, await this.picture());
  }

  private async copy(): Promise<void> {
    const isCopied = await navigator.clipboard
      .write([new ClipboardItem({ 'image/png': this.picture() })])
      .then(
        () => true,
        () => false,
      );
    this.word = text(isCopied ? 'share_copied' : 'share_not_copied');
  }
}

customElements.define('share-card', ShareCard);
