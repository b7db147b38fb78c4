import { css, html, LitElement } from 'lit';
import { boundsText, rangeText, scaleFor, showRange } from '../../web/look/figures.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import { tableStyle } from '../../web/parts/table-style.ts';
import type { Series } from '../shared/answers.ts';
import { localDate } from '../shared/dates.ts';
import { language, text } from '../shared/text.ts';
import { barsOf, partName, seriesSentence } from './series-words.ts';

const chartCode = () => import('../../web/parts/bar-chart.ts');

/** Days of a month or months of a year: a chart, and the same figures as a table. */
export class SeriesChart extends LitElement {
  static override properties = {
    series: { attribute: false },
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

  declare series: Series;
  /** Chart and table under each other, as on paper. */
  declare hasBoth: boolean;
  declare isTable: boolean;
  declare pointed: number | null;

  constructor() {
    super();
    this.hasBoth = false;
    this.isTable = false;
    this.pointed = null;
    void chartCode();
  }

  override render() {
    const areDays = this.series.period.range === 'month';
    if (this.hasBoth) return html`${this.chart()} ${this.table()}`;
    return html`<div class="head">
        <h3>${text(areDays ? 'chart_days' : 'chart_months')}</h3>
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
    const most = Math.max(...series.parts.map(({ stats }) => stats.gramsCo2e.high), 0);
    const { unit } = scaleFor(most, 'gramsCo2e');
    const readOut =
      part === undefined
        ? text('chart_hint', unit)
        : `${partName(part.date)} · ${rangeText(part.stats.gramsCo2e, 'gramsCo2e', language())}`;
    return html`<bar-chart
        .bars=${barsOf(series, localDate(Date.now()))}
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

  private row({ date, stats }: Series['parts'][number]) {
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
