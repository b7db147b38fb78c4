import { html, LitElement } from 'lit';
import { momentText } from '../../web/parts/amount-words.ts';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { partsOf } from '../../web/parts/breakdown.ts';
import { fieldStyle, selectRow } from '../../web/parts/fields.ts';
import '../../web/parts/figure-card.ts';
import { methodsOf, regionsOf, warningsOf } from '../../web/parts/method-words.ts';
import '../parts/page-head.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import '../../web/parts/series-chart.ts';
import type { Series } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { localDate } from '../shared/dates.ts';
import { siteNames } from '../shared/site-facts.ts';
import { optionalText, plural, text } from '../shared/text.ts';
import '../../web/parts/breakdown-table.ts';
import { reportStyle } from './report-style.ts';
import './share-card.ts';

type State = { name: 'loading' } | { name: 'failed' } | { name: 'ready'; series: Series };

/** A year: its sums, months, models, sites, and how all of it was worked out. */
export class ReportPage extends LitElement {
  static override properties = { state: { state: true } };
  static override styles = [baseStyle, cardStyle, pageStyle, buttonStyle, fieldStyle, reportStyle];

  declare state: State;

  constructor() {
    super();
    this.state = { name: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const asked = new URLSearchParams(location.search).get('year') ?? '';
    void this.read(/^\d{4}$/.test(asked) ? asked : localDate(Date.now()).slice(0, 4));
  }

  override render() {
    return html`<page-head page="report"></page-head>
      <main aria-busy=${this.state.name === 'loading'}>${this.content()}</main>`;
  }

  private content() {
    const { state } = this;
    if (state.name === 'loading') {
      return html`<h1>${text('page_report')}</h1>
        <p class="muted">${text('loading')}</p>`;
    }
    if (state.name === 'failed') {
      return html`<h1>${text('page_report')}</h1>
        <p class="error" role="alert">${text('report_failed')}</p>`;
    }
    const { series } = state;
    const { date, stats } = series.period;
    return html`<h1>${text('report_title', date)}</h1>
      ${this.choices(series)}
      ${stats.requests === 0 ? html`<p>${text('report_empty', date)}</p>` : this.report(series)}`;
  }

  private choices({ period, years }: Series) {
    const all = years.includes(period.date) ? years : [period.date, ...years];
    return html`<div class="choices">
      ${selectRow({
        id: 'year',
        label: text('report_year'),
        value: period.date,
        options: all.map((year) => ({ value: year, name: year })),
        onChange: (year) => void this.read(year),
      })}
      <button type="button" @click=${() => window.print()}>${text('report_print')}</button>
    </div>`;
  }

  private report(series: Series) {
    const { period, modelNames } = series;
    const { byModel, byPlatform } = period.stats;
    return html`<figure-card .period=${period}></figure-card>
      <section class="card">
        <h2>${text('report_months')}</h2>
        <series-chart .series=${series} today=${localDate(Date.now())} hasBoth></series-chart>
      </section>
      <section class="card tables">
        <breakdown-table
          heading=${text('by_model')}
          .parts=${partsOf(byModel, modelNames)}
        ></breakdown-table>
        <breakdown-table
          heading=${text('by_platform')}
          .parts=${partsOf(byPlatform, siteNames)}
        ></breakdown-table>
      </section>
      ${this.methods(series)}
      <share-card .series=${series}></share-card>`;
  }

  private methods({ period }: Series) {
    return html`<section class="card">
      <h2>${text('report_methods')}</h2>
      ${methodsOf(period.rows, '').map(
        ({ name, version }) => html`<p>${text('method_used', name, version)}</p>`,
      )}
      <p>${text('region_used', regionsOf(period.rows))} ${text('assumed')}.</p>
      <p>${text('not_counted')}</p>
      <ul class="warnings">
        ${warningsOf(period.rows).map(
          ([code, count]) => html`<li>
            ${optionalText(`warning_${code}`) ?? text('warning_other', code)}
            <span class="muted">(${plural('answers', count)})</span>
          </li>`,
        )}
      </ul>
      <p class="small muted">${text('report_made', momentText(Date.now()))}</p>
    </section>`;
  }

  private async read(date: string): Promise<void> {
    try {
      this.state = { name: 'ready', series: await ask({ type: 'series/read', date }) };
    } catch {
      this.state = { name: 'failed' };
    }
  }
}

customElements.define('report-page', ReportPage);
