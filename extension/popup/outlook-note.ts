import { css, html, LitElement, nothing } from 'lit';
import type { Equivalence, Forecast } from '../../web/core/view-contracts.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import { equivalenceSource, equivalenceText } from '../../web/parts/equivalence-words.ts';
import type { Settings } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import { forecastTexts } from './outlook-words.ts';

/** What a period compares with, and where the year is going: one sentence each, with its ground. */
export class OutlookNote extends LitElement {
  static override properties = {
    equivalence: { attribute: false },
    forecast: { attribute: false },
    distances: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: var(--gramme-space-3);
      }
      h3 {
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
    `,
  ];

  declare equivalence: Equivalence | null;
  declare forecast: Forecast | null;
  declare distances: Settings['distances'];

  constructor() {
    super();
    this.equivalence = null;
    this.forecast = null;
    this.distances = 'metric';
  }

  override render() {
    return html`${this.comparison()} ${this.outlook()}`;
  }

  private comparison() {
    const { equivalence, distances } = this;
    if (equivalence === null) return nothing;
    return html`<section>
      <h3>${text('equivalence_title')}</h3>
      <p>${equivalenceText(equivalence, distances)}</p>
      <p class="small muted">${equivalenceSource(equivalence)}</p>
    </section>`;
  }

  private outlook() {
    if (this.forecast === null) return nothing;
    const [sentence, basis] = forecastTexts(this.forecast);
    return html`<section>
      <h3>${text('forecast_title')}</h3>
      <p>${sentence}</p>
      <p class="small muted">${basis}</p>
    </section>`;
  }
}

customElements.define('outlook-note', OutlookNote);
