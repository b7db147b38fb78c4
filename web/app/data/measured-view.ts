import { css, html, LitElement, nothing } from 'lit';
import type { MeasuredFileRuns, MeasuredRunSums } from '../../core/analysis-contracts.ts';
import { asRange, centralText, type Measure } from '../../look/figures.ts';
import { dayText } from '../../parts/amount-words.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { detailsStyle } from '../../parts/details-style.ts';
import { partName } from '../../parts/series-words.ts';
import { openArrow } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language } from '../../words/words.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { plural, text } from './words.ts';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_MINUTE = 60;
/** Days beyond so many are shown as months. */
const MOST_DAYS = 62;
const MOST_PROJECTS = 30;

interface Row {
  name: string;
  sums: MeasuredRunSums;
}

function timeText(seconds: number): string {
  const [unit, value] =
    seconds >= SECONDS_PER_HOUR
      ? (['hour', seconds / SECONDS_PER_HOUR] as const)
      : seconds >= SECONDS_PER_MINUTE
        ? (['minute', seconds / SECONDS_PER_MINUTE] as const)
        : (['second', seconds] as const);
  const format = new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    maximumSignificantDigits: 2,
  });
  return format.format(value).replace(/[ \u00a0]/g, '\u202f');
}

/** What is known of a sum: "≥" where some runs do not tell it. */
function known(shown: string, unknownRuns: number, runs: number): string {
  if (unknownRuns === runs) return text('not_told');
  return unknownRuns > 0 ? `≥\u202f${shown}` : shown;
}

function figure(value: number, measure: Measure): string {
  return centralText(asRange(value), measure, language());
}

function monthText(date: string): string {
  return date.length === 10 ? dayText(date) : `${partName(date)} ${date.slice(0, 4)}`;
}

/** Runs that a tool measured: beside what is estimated, and in none of its sums. */
export class MeasuredView extends LitElement {
  static override properties = { measured: { attribute: false }, hasAll: { type: Boolean } };
  static override styles = [
    baseStyle,
    cardStyle,
    appPageStyle,
    tableStyle,
    detailsStyle,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
        gap: var(--gramme-space-2);
        margin-block: var(--gramme-space-3);
      }
      dt {
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      dd {
        font-size: var(--gramme-size-lead);
        font-weight: var(--gramme-weight-strong);
      }
      .wide {
        overflow-x: auto;
      }
      details caption {
        display: none;
      }
      details {
        margin-block-start: var(--gramme-space-3);
      }
      th[scope='row'] {
        min-inline-size: 96px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare measured: MeasuredFileRuns;
  /** Everything open, as on paper. */
  declare hasAll: boolean;

  constructor() {
    super();
    this.hasAll = false;
  }

  override render() {
    const { total, projects, days, months, undated } = this.measured;
    const dated = days.length <= MOST_DAYS ? days : months;
    const byDate = dated.map((sums) => ({ name: monthText(sums.date), sums }));
    const byProject = [...projects]
      .sort((a, b) => b.energyWattHours - a.energyWattHours)
      .slice(0, MOST_PROJECTS)
      .map((sums) => ({ name: sums.name || text('project_unnamed'), sums }));
    return html`<section class="card" aria-labelledby="measured">
      <h2 id="measured">${text('measured_title')}</h2>
      <p class="small muted">${text('measured_note')}</p>
      ${this.tiles(total)}
      ${byProject.length === 0 ? nothing : this.table(text('by_project'), text('project'), byProject)}
      ${
        byDate.length === 0
          ? nothing
          : html`<details ?open=${this.hasAll}>
              <summary><strong>${text('by_date')}</strong>${openArrow}</summary>
              ${this.table(text('by_date'), text('table_date'), byDate)}
            </details>`
      }
      ${undated.runs > 0 ? html`<p class="small muted">${plural('undated_runs', undated.runs)}</p>` : nothing}
    </section>`;
  }

  private tiles(sums: MeasuredRunSums) {
    const tile = (name: string, shown: string) =>
      html`<div><dt>${name}</dt><dd>${shown}</dd></div>`;
    const { runs, energyUnknownRuns, carbonUnknownRuns, waterUnknownRuns } = sums;
    return html`<dl>
      ${tile(text('energy'), known(figure(sums.energyWattHours, 'wattHours'), energyUnknownRuns, runs))}
      ${tile('CO₂e', known(figure(sums.gramsCo2e, 'gramsCo2e'), carbonUnknownRuns, runs))}
      ${tile(text('water'), known(figure(sums.waterLitres, 'litres'), waterUnknownRuns, runs))}
      ${tile(text('time'), known(timeText(sums.durationSeconds), sums.durationUnknownRuns, runs))}
      ${tile(text('runs_label'), new Intl.NumberFormat(language()).format(runs))}
    </dl>`;
  }

  private table(caption: string, first: string, rows: Row[]) {
    const number = (name: string) => html`<th scope="col" class="number">${name}</th>`;
    return html`<div class="wide" role="region" tabindex="0" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${[text('energy'), 'CO₂e', text('time'), text('runs_label')].map(number)}
          </tr>
        </thead>
        <tbody>${rows.map((row) => this.row(row))}</tbody>
      </table>
    </div>`;
  }

  private row({ name, sums }: Row) {
    const { runs } = sums;
    const cells = [
      known(figure(sums.energyWattHours, 'wattHours'), sums.energyUnknownRuns, runs),
      known(figure(sums.gramsCo2e, 'gramsCo2e'), sums.carbonUnknownRuns, runs),
      known(timeText(sums.durationSeconds), sums.durationUnknownRuns, runs),
      new Intl.NumberFormat(language()).format(runs),
    ];
    return html`<tr>
      <th scope="row">${name}</th>
      ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
    </tr>`;
  }
}

customElements.define('measured-view', MeasuredView);
