import { css, html, LitElement, nothing } from 'lit';
import type { Period } from '../../web/core/contracts.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import type { Summary } from '../shared/answers.ts';
import { text } from '../shared/text.ts';
import './budgets-state.ts';
import './explanation-view.ts';
import '../../web/parts/figure-card.ts';
import './method-note.ts';
import './outlook-note.ts';
import './series-panel.ts';
import '../../web/parts/share-list.ts';
import { partsOf } from '../../web/parts/breakdown.ts';
import { siteNames } from '../shared/site-facts.ts';

/** One period: its figures, what they are made of, how they were computed. */
export class PeriodView extends LitElement {
  static override properties = {
    period: { attribute: false },
    summary: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: var(--gramme-space-4);
      }
    `,
  ];

  declare period: Period;
  declare summary: Summary;

  override render() {
    const { period, summary } = this;
    if (period.stats.requests === 0) {
      return html`<figure-card .period=${period}></figure-card>
        <p class="muted">${text(`nothing_${period.range}`)}</p>
        ${this.budgets()}`;
    }
    const { byModel, byPlatform } = period.stats;
    return html`<figure-card .period=${period}></figure-card>
      ${this.outlook()} ${this.budgets()} ${this.chart()}
      <share-list heading=${text('by_model')} .parts=${partsOf(byModel, summary.modelNames)}></share-list>
      <share-list heading=${text('by_platform')} .parts=${partsOf(byPlatform, siteNames)}></share-list>
      <method-note .period=${period} .methodology=${summary.methodology}></method-note>
      <explanation-view></explanation-view>`;
  }

  private outlook() {
    const { period, summary } = this;
    const { hasEquivalences, distances } = summary.settings;
    const equivalence = hasEquivalences ? summary.equivalences[period.range] : null;
    const forecast = period.range === 'year' ? summary.forecast : null;
    if (equivalence === null && forecast === null) return nothing;
    return html`<outlook-note
      .equivalence=${equivalence}
      .forecast=${forecast}
      .distances=${distances}
    ></outlook-note>`;
  }

  /** Those of this period; what a month may weigh is no matter of today. */
  private budgets() {
    const { budgets, modelNames } = this.summary;
    const shown = budgets.filter(({ range }) => range === this.period.range);
    if (shown.length === 0) return nothing;
    return html`<budgets-state .budgets=${shown} .modelNames=${modelNames}></budgets-state>`;
  }

  private chart() {
    const { period, summary } = this;
    if (period.range === 'day') return nothing;
    return html`<series-panel date=${period.date} .summary=${summary}></series-panel>`;
  }
}

customElements.define('period-view', PeriodView);
