import { html, LitElement, nothing } from 'lit';
import type { Range } from '../../core/contracts.ts';
import type { RankedEstimate } from '../../core/rank-contracts.ts';
import { boundsText, decadeText, type Measure, rangeText, showRange } from '../../look/figures.ts';
import { type Track, trackOf } from '../../look/range-mark.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { regionName } from '../../parts/region-names.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language } from '../../words/words.ts';
import { rankingStyle } from './ranking-style.ts';
import { text } from './words.ts';
import type { Measured } from './workload.ts';

const MEASURES: Record<Measured, Measure> = {
  gramsCo2e: 'gramsCo2e',
  energyWattHours: 'wattHours',
  waterLitres: 'litres',
};

/** What was compared, lightest first, all on one track: where marks overlap, which is lighter is not known. */
export class RankingChart extends LitElement {
  static override properties = {
    ranked: { attribute: false },
    by: { type: String },
    isTable: { state: true },
  };
  static override styles = [baseStyle, buttonStyle, tableStyle, rankingStyle];

  declare ranked: RankedEstimate[];
  declare by: Measured;
  declare isTable: boolean;

  constructor() {
    super();
    this.ranked = [];
    this.by = 'gramsCo2e';
    this.isTable = false;
  }

  override render() {
    return html`<div class="head">
        <h2>${text('ranking')}</h2>
        <button type="button" @click=${this.toggle}>
          ${text(this.isTable ? 'chart_show_chart' : 'chart_show_table')}
        </button>
      </div>
      <p class="summary">${this.summary()}</p>
      ${this.isTable ? this.table() : this.chart()}`;
  }

  private toggle(): void {
    this.isTable = !this.isTable;
  }

  private figureOf = ({ estimate }: RankedEstimate): Range | null => estimate[this.by];

  private shown(range: Range): string {
    return rangeText(range, MEASURES[this.by], language());
  }

  /** The comparison in a sentence: what is known of who is first. */
  private summary(): string {
    const [first] = this.ranked;
    if (first === undefined) return text('nothing_ranked');
    const firsts = this.ranked.filter(({ rank }) => rank === 1).length;
    if (this.ranked.length === 1) return text('one_ranked', this.name(first));
    return firsts === 1
      ? text('surely_first', this.name(first))
      : text('maybe_first', this.name(first), String(firsts));
  }

  private name({ estimate }: RankedEstimate): string {
    return `${estimate.modelName} · ${regionName(estimate.region)} · ${estimate.method}`;
  }

  private chart() {
    const ranges = this.ranked.map(this.figureOf).filter((range) => range !== null);
    const track = trackOf(ranges);
    return html`<ol class="chart" aria-label=${text('ranking')}>
        ${this.ranked.map((entry) => this.bar(entry, track))}
      </ol>
      ${this.axis(track, ranges)}`;
  }

  /** The decades of all marks, in the unit of the heaviest. */
  private axis(track: Track, ranges: Range[]) {
    const last = ranges[ranges.length - 1];
    if (last === undefined) return nothing;
    const decade = (value: number) => decadeText(value, last, MEASURES[this.by], language());
    return html`<range-mark class="axis" aria-hidden="true" .track=${track} .decade=${decade}></range-mark>`;
  }

  private bar(entry: RankedEstimate, track: Track) {
    const range = this.figureOf(entry);
    if (range === null) {
      return html`<li>
        ${this.heading(entry)} <span class="muted">${text('unknown')}</span>
      </li>`;
    }
    return html`<li>
      ${this.heading(entry)}
      <span class="figure">${this.shown(range)}</span>
      <range-mark .range=${range} .track=${track} label=${this.shown(range)}></range-mark>
    </li>`;
  }

  private heading({ estimate, rank, isTied }: RankedEstimate) {
    const place = regionName(estimate.region);
    return html`<span class="rank" title=${isTied ? text('tied_explained') : nothing}>${
      rank === null ? '–' : `${rank}${isTied ? '=' : ''}`
    }</span>
      <span class="name">
        <strong>${estimate.modelName}</strong>
        <span class="muted">${place} · ${estimate.method} ${estimate.profile}</span>
      </span>`;
  }

  private table() {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${text('ranking')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${text('rank')}</th>
            <th scope="col">${text('model')}</th>
            <th scope="col">${text('region')}</th>
            <th scope="col">${text('method_label')}</th>
            <th scope="col" class="number">CO₂e</th>
            <th scope="col" class="number">${text('energy')}</th>
            <th scope="col" class="number">${text('water')}</th>
          </tr>
        </thead>
        <tbody>${this.ranked.map((entry) => this.row(entry))}</tbody>
      </table>
    </div>`;
  }

  private row({ estimate, rank, isTied }: RankedEstimate) {
    const cell = (range: Range | null, measure: Measure) => {
      if (range === null) return html`<td class="number">${text('unknown')}</td>`;
      const shown = showRange(range, measure, language());
      return html`<td class="number">
        ${shown.central}\u202f${shown.unit}
        <span class="bounds small muted">${boundsText(shown)}</span>
      </td>`;
    };
    return html`<tr>
      <td>${rank ?? '–'}${isTied ? '=' : ''}</td>
      <th scope="row">${estimate.modelName}</th>
      <td>${regionName(estimate.region)}</td>
      <td>${estimate.method} ${estimate.profile}</td>
      ${cell(estimate.gramsCo2e, 'gramsCo2e')} ${cell(estimate.energyWattHours, 'wattHours')}
      ${cell(estimate.waterLitres, 'litres')}
    </tr>`;
  }
}

customElements.define('ranking-chart', RankingChart);
