import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle } from '../../parts/fields.ts';
import '../../parts/figure-card.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import '../../parts/series-chart.ts';
import '../../parts/share-list.ts';
import { type Failure, failureOf } from '../../core/failure.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import './measured-view.ts';
import type { ReadUse } from './reading.ts';
import { spanChoice } from './span-choice.ts';
import { today } from './today.ts';
import { notesOf, tokensExplained } from './use-notes.ts';
import { firstDate, seriesOf, type UseSeries } from './use-series.ts';
import { useStyle } from './use-style.ts';
import { plural, text } from './words.ts';

/** Models and platforms beyond so many are only counted. */
const MOST_PARTS = 12;

/** What was read: figures of a span of time, charts, what it is made of, what to know of it. */
export class UseView extends LitElement {
  static override properties = {
    use: { attribute: false },
    date: { state: true },
    series: { state: true },
    failure: { state: true },
  };
  static override styles = [baseStyle, cardStyle, fieldStyle, buttonStyle, appPageStyle, useStyle];

  declare use: ReadUse;
  /** "" for everything, "2026", "2026-01". */
  declare date: string;
  declare series: UseSeries | null;
  declare failure: Failure | null;

  constructor() {
    super();
    this.date = '';
    this.series = null;
    this.failure = null;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('use')) return;
    const { years, months } = this.use.analysis;
    const isThere = [...years, ...months].some(({ date }) => date === this.date);
    void this.show(isThere ? this.date : firstDate(this.use.analysis));
  }

  override render() {
    const { analysis } = this.use;
    return html`${analysis.total.requests > 0 ? this.estimated() : nothing}
      ${analysis.measured === null ? nothing : html`<measured-view .measured=${analysis.measured}></measured-view>`}
      ${this.notes()}`;
  }

  /** The fields follow the date, whatever was last chosen in them. */
  override updated(): void {
    const year = this.date.slice(0, 4);
    const values = { year, month: this.date.length === 7 ? this.date : year };
    for (const [id, value] of Object.entries(values)) {
      const select = this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`);
      if (select !== null) select.value = value;
    }
  }

  private estimated() {
    const { series, failure, use } = this;
    if (failure !== null)
      return html`<p class="card error" role="alert">${failureText(failure)}</p>`;
    if (series === null)
      return html`<p class="card muted" aria-busy="true">${text('reading_span')}</p>`;
    return html`${spanChoice(use.analysis, this.date, (date) => void this.show(date))}
      <div class="columns">
        <div class="stack">
          <figure-card .period=${series.period} .use=${tokensExplained()}></figure-card>
          ${
            series.parts.length === 0
              ? nothing
              : html`<section class="card">
                  <series-chart .series=${series} today=${today()}></series-chart>
                </section>`
          }
        </div>
        <div class="stack">
          ${this.parts(text('by_model'), series.models)}
          ${this.parts(text('by_platform'), series.platforms)}
        </div>
      </div>`;
  }

  private parts(heading: string, parts: UseSeries['models']) {
    if (parts.length === 0) return nothing;
    const more = parts.length - MOST_PARTS;
    return html`<section class="card">
      <share-list heading=${heading} .parts=${parts.slice(0, MOST_PARTS)}></share-list>
      ${more > 0 ? html`<p class="small muted">${plural('more_parts', more)}</p>` : nothing}
    </section>`;
  }

  private notes() {
    const { notes, activities, assumed } = notesOf(this.use.analysis);
    if (notes.length + activities.length + assumed.length === 0) return nothing;
    const list = (items: string[]) =>
      html`<ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
    const part = (heading: string, items: string[]) =>
      items.length === 0 ? nothing : html`<h3>${heading}</h3>${list(items)}`;
    return html`<section class="card" aria-labelledby="notes">
      <h2 id="notes">${text('notes_title')}</h2>
      ${list(notes)} ${part(text('activities_title'), activities)}
      ${part(text('what_assumed'), assumed)}
    </section>`;
  }

  private async show(date: string): Promise<void> {
    this.date = date;
    const { use } = this;
    try {
      const series = await seriesOf(use, date);
      if (this.date !== date || this.use !== use) return;
      this.series = series;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

customElements.define('use-view', UseView);
