import { css, html, LitElement } from 'lit';
import { boundsText, rangeText, showRange } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import { axisUnit, isCut } from './bar-scale.ts';
import { baseStyle } from './base-style.ts';
import {
  barsOf,
  partName,
  type SpanSeries,
  seriesHeading,
  seriesSentence,
} from './series-words.ts';
import { tableStyle } from './table-style.ts';

const chartCode = () => import('./bar-chart.ts');

/** Days of a month, months of a year or years: a chart, and the same figures as a table. */
export class SeriesChart extends LitElement {
  static override properties = {
    series: { attribute: false },
    today: { type: String },
    hasBoth: { type: Boolean },
    isTable: { state: true },
    pointed: { state: true },
  };

  static override styles = [
    baseStyle,
    tableStyle,
    css`
      .head {
        display: flex;
        gap: var(--gramme-space-2);
        align-items: baseline;
        justify-content: space-between;
      }
      h3 {
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      button {
        min-block-size: 24px;
        padding: 0 var(--gramme-space-2);
        font-size: var(--gramme-size-small);
        color: var(--gramme-green);
        background: none;
        border: 1px solid currentColor;
        border-radius: var(--gramme-radius);
      }
      .read-out {
        min-block-size: 17px;
      }
      .bounds {
        display: block;
      }
      @media print {
        button,
        .read-out {
          display: none;
        }
      }
    `,
  ];

  declare series: SpanSeries;
  /** The date where the reader is: its part is drawn in full colour. */
  declare today: string;
  /** Chart and table under each other, as on paper. */
  declare hasBoth: boolean;
  declare isTable: boolean;
  declare pointed: number | null;

  constructor() {
    super();
    this.today = '';
    this.hasBoth = false;
    this.isTable = false;
    this.pointed = null;
    void chartCode();
  }

  override render() {
    if (this.hasBoth) return html`${this.chart()} ${this.table()}`;
    return html`<div class="head">
        <h3>${seriesHeading(this.series)}</h3>
        <button type="button" @click=${() => this.toggle()}>
          ${text(this.isTable ? 'chart_show_chart' : 'chart_show_table')}
        </button>
      </div>
      ${this.isTable ? this.table() : this.chart()}`;
  }

  private toggle(): void {
    this.isTable = !this.isTable;
  }

  private chart() {
    const { series, pointed } = this;
    const part = pointed === null ? undefined : series.parts[pointed];
    const bars = barsOf(series, this.today);
    const readOut =
      part === undefined
        ? text(isCut(bars) ? 'chart_hint_cut' : 'chart_hint', axisUnit(bars))
        : `${partName(part.date)} · ${rangeText(part.stats.gramsCo2e, 'gramsCo2e', language())}`;
    return html`<bar-chart
        .bars=${bars}
        label=${seriesSentence(series)}
        @pointed=${({ detail }: CustomEvent<number | null>) => {
          this.pointed = detail;
        }}
      ></bar-chart>
      <p class="read-out small muted">${readOut}</p>`;
  }

  private table() {
    const counted = this.series.parts.filter(({ stats }) => stats.requests > 0);
    if (counted.length === 0) return html`<p class="muted">${text('chart_empty')}</p>`;
    return html`<table>
      <caption>${seriesSentence(this.series)}</caption>
      <thead>
        <tr>
          <th scope="col">${text('table_date')}</th>
          <th scope="col" class="number">${text('energy')}</th>
          <th scope="col" class="number">CO₂e</th>
        </tr>
      </thead>
      <tbody>${counted.map((part) => this.row(part))}</tbody>
    </table>`;
  }

  private row({ date, stats }: SpanSeries['parts'][number]) {
    const cell = (shown: ReturnType<typeof showRange>) => html`<td class="number">
      ${shown.central}\u202f${shown.unit}
      <span class="bounds small muted">${boundsText(shown)}</span>
    </td>`;
    return html`<tr>
      <th scope="row">${partName(date)}</th>
      ${cell(showRange(stats.energyWattHours, 'wattHours', language()))}
      ${cell(showRange(stats.gramsCo2e, 'gramsCo2e', language()))}
    </tr>`;
  }
}

customElements.define('series-chart', SeriesChart);
