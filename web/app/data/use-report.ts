import { html, LitElement, nothing } from 'lit';
import type { MeasuredFileRuns } from '../../core/analysis-contracts.ts';
import { momentText } from '../../parts/amount-words.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import '../../parts/breakdown-table.ts';
import { fieldStyle, selectRow } from '../../parts/fields.ts';
import '../../parts/figure-card.ts';
import { methodsOf, regionsOf, warningsOf } from '../../parts/method-words.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import '../../parts/series-chart.ts';
import { type Failure, failureOf } from '../../core/failure.ts';
import { optionalText } from '../../words/words.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import './file-list.ts';
import './measured-view.ts';
import type { ReadUse } from './reading.ts';
import { today } from './today.ts';
import { tokensExplained } from './use-notes.ts';
import { seriesOf, type UseSeries } from './use-series.ts';
import { useStyle } from './use-style.ts';
import { plural, text } from './words.ts';

/** Measured runs of a year; projects are only known of all years. */
function measuredIn(measured: MeasuredFileRuns | null, year: string): MeasuredFileRuns | null {
  const total = measured?.years.find(({ date }) => date === year);
  if (measured === null || total === undefined) return null;
  const within = ({ date }: { date: string }) => date.startsWith(year);
  const { days, months, undated } = measured;
  return {
    total,
    undated: { ...undated, runs: 0 },
    days: days.filter(within),
    months: months.filter(within),
    years: [total],
    projects: [],
  };
}

/** A year on paper: its sums, months, models, platforms, and how all of it was worked out. Fires `back`. */
export class UseReport extends LitElement {
  static override properties = {
    use: { attribute: false },
    series: { state: true },
    failure: { state: true },
  };
  static override styles = [baseStyle, cardStyle, fieldStyle, buttonStyle, appPageStyle, useStyle];

  declare use: ReadUse;
  declare series: UseSeries | null;
  declare failure: Failure | null;

  constructor() {
    super();
    this.series = null;
    this.failure = null;
  }

  override firstUpdated(): void {
    void this.show(this.use.analysis.years.at(-1)?.date ?? '');
  }

  override render() {
    const { series, failure } = this;
    if (failure !== null)
      return html`<p class="card error" role="alert">${failureText(failure)}</p>`;
    if (series === null)
      return html`<p class="card muted" aria-busy="true">${text('reading_span')}</p>`;
    return html`${this.head(series)} ${this.report(series)}`;
  }

  private head({ period }: UseSeries) {
    const { years } = this.use.analysis;
    return html`<h1 tabindex="-1">${text('report_title', period.date)}</h1>
      <div class="bar screen">
        <div class="spans">
          ${selectRow({
            id: 'year',
            label: text('report_year'),
            value: period.date,
            options: [...years].reverse().map(({ date }) => ({ value: date, name: date })),
            onChange: (year) => void this.show(year),
          })}
        </div>
        <div class="actions">
          <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('back'))}>${text('report_back')}</button>
          <button type="button" class="main" @click=${() => print()}>${text('report_print')}</button>
        </div>
      </div>`;
  }

  private report(series: UseSeries) {
    const { period, models, platforms } = series;
    const { files } = this.use.analysis;
    const measured = measuredIn(this.use.analysis.measured, period.date);
    return html`<figure-card .period=${series.period} .use=${tokensExplained()}></figure-card>
      <section class="card">
        <h2>${text('report_months')}</h2>
        <series-chart .series=${series} today=${today()} hasBoth></series-chart>
      </section>
      <section class="card">
        ${this.table(text('by_model'), models)} ${this.table(text('by_platform'), platforms)}
      </section>
      ${measured === null ? nothing : html`<measured-view .measured=${measured} hasAll></measured-view>`}
      ${this.methods(series)}
      <section class="card">
        <h2>${text('files_title')}</h2>
        <file-list .files=${files}></file-list>
        <p class="small muted">${text('report_made_here', momentText(Date.now()))}</p>
      </section>`;
  }

  private table(heading: string, parts: UseSeries['models']) {
    return html`<div class="wide" role="region" tabindex="0" aria-label=${heading}>
      <breakdown-table heading=${heading} .parts=${parts}></breakdown-table>
    </div>`;
  }

  private methods({ rows }: UseSeries) {
    return html`<section class="card">
      <h2>${text('report_methods')}</h2>
      ${methodsOf(rows, '').map(({ name, version }) => html`<p>${text('method_used', name, version)}</p>`)}
      <p>${text('region_used', regionsOf(rows))} ${text('assumed')}.</p>
      <ul class="list">
        ${warningsOf(rows).map(
          ([code, count]) => html`<li>
          ${optionalText(`warning_${code}`) ?? text('warning_other', code)}
          <span class="muted">(${plural('requests', Math.round(count))})</span>
        </li>`,
        )}
      </ul>
    </section>`;
  }

  private async show(year: string): Promise<void> {
    try {
      this.series = await seriesOf(this.use, year);
      await this.updateComplete;
      this.renderRoot.querySelector('h1')?.focus();
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

customElements.define('use-report', UseReport);
