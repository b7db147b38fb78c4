import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Range } from '../../core/contracts.ts';
import type { ExplainedEstimate } from '../../core/explain-contracts.ts';
import type { Equivalence } from '../../core/view-contracts.ts';
import { boundsText, decadeText, type Measure, rangeText, showRange } from '../../look/figures.ts';
import '../../look/range-mark.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import '../../parts/confidence-word.ts';
import { equivalenceSource, equivalenceText } from '../../parts/equivalence-words.ts';
import '../../parts/explanation-tree.ts';
import { figureStyle } from '../../parts/figure-style.ts';
import { regionName } from '../../parts/region-names.ts';
import { openArrow } from '../../parts/signs.ts';
import { language, optionalText } from '../../words/words.ts';
import { text } from '../shell/words.ts';
import { estimateStyle } from './estimate-style.ts';

/** What an exchange weighs: figure and range first, then what it is about, made of and assumed. */
export class EstimateView extends LitElement {
  static override properties = {
    estimate: { attribute: false },
    equivalence: { attribute: false },
    tokens: { attribute: false },
  };
  static override styles = [baseStyle, cardStyle, figureStyle, estimateStyle];

  declare estimate: ExplainedEstimate;
  declare equivalence: Equivalence | null;
  /** Beside energy and water: what the tokens are, as the page words it. */
  declare tokens: TemplateResult | null;

  constructor() {
    super();
    this.equivalence = null;
    this.tokens = null;
  }

  override render() {
    const { estimate } = this;
    return html`<section class="card" aria-labelledby="about">
        <h2 id="about" class="small muted">${this.about()}</h2>
        ${this.hero(estimate.gramsCo2e)}
        <dl>
          ${this.tile(text('energy'), estimate.energyWattHours, 'wattHours')}
          ${this.tile(text('water'), estimate.waterLitres, 'litres')} ${this.tokens ?? nothing}
        </dl>
        ${this.likeness()}
      </section>
      ${this.assumed()}
      <details class="card">
        <summary><strong>${text('how_made')}</strong>${openArrow}</summary>
        <explanation-tree .explanation=${estimate.explanation}></explanation-tree>
      </details>
      ${this.sources()}`;
  }

  private about(): string {
    const { modelName, region, regionYear, method, profile } = this.estimate;
    const place = regionYear === null ? regionName(region) : `${regionName(region)} ${regionYear}`;
    return `${modelName} · ${place} · ${method} ${profile}`;
  }

  private hero(gramsCo2e: Range) {
    const shown = showRange(gramsCo2e, 'gramsCo2e', language());
    return html`<p class="hero">
        <span class="figure">${shown.central}</span>
        <span class="unit">${shown.unit} CO₂e</span>
        <span class="bounds">${boundsText(shown)}</span>
      </p>
      <range-mark
        .range=${gramsCo2e}
        label=${rangeText(gramsCo2e, 'gramsCo2e', language())}
        .decade=${(value: number) => decadeText(value, gramsCo2e, 'gramsCo2e', language())}
      ></range-mark>`;
  }

  private tile(name: string, range: Range | null, measure: Measure) {
    if (range === null) {
      return html`<div>
        <dt>${name}</dt>
        <dd class="value">–</dd>
        <dd class="note">
          <confidence-word
            word=${text('unknown')}
            explanation=${text('water_unknown_explained')}
          ></confidence-word>
        </dd>
      </div>`;
    }
    const shown = showRange(range, measure, language());
    return html`<div>
      <dt>${name}</dt>
      <dd class="value">${shown.central}\u202f${shown.unit}</dd>
      <dd class="note">${boundsText(shown)}</dd>
    </div>`;
  }

  private likeness() {
    const { equivalence } = this;
    if (equivalence === null) return nothing;
    return html`<p class="likeness">
      ${text('equivalence_title')}
      <strong>${equivalenceText(equivalence, 'metric')}</strong>
      <span class="small muted">${equivalenceSource(equivalence)}</span>
    </p>`;
  }

  private assumed() {
    const { warnings } = this.estimate;
    if (warnings.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="assumed">
      <h2 id="assumed" class="heading">${text('what_assumed')}</h2>
      <ul class="list">
        ${warnings.map(({ code, message }) => html`<li>${optionalText(`warning_${code}`) ?? message}</li>`)}
      </ul>
    </section>`;
  }

  private sources() {
    const { sources, methodology } = this.estimate;
    return html`<details class="card">
      <summary><strong>${text('sources')}</strong>${openArrow}</summary>
      <ul class="list small">
        ${sources.map(({ source, asOf }) => html`<li>${source} <span class="muted">(${asOf})</span></li>`)}
      </ul>
      <p class="small muted">${text('catalogue', methodology)}</p>
    </details>`;
  }
}

customElements.define('estimate-view', EstimateView);
