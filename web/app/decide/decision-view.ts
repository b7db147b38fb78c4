import { html, LitElement, nothing } from 'lit';
import type {
  Decided,
  DecisionMonth,
  DecisionRow,
  DecisionSensitivity,
} from '../../core/decision-contracts.ts';
import { boundsText, rangeText, shareText, showRange } from '../../look/figures.ts';
import '../../look/range-mark.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { openArrow } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language, optionalText } from '../../words/words.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { detailsStyle } from '../parts/estimate-style.ts';
import { text as shellText } from '../shell/words.ts';
import { decisionStyle } from './decision-style.ts';
import { adviceName, criterionName, filesText, reasonText, scoreText } from './decision-words.ts';
import { text } from './words.ts';

const grams = (range: Parameters<typeof rangeText>[0]) =>
  `${rangeText(range, 'gramsCo2e', language())} CO₂e`;

/** What the core makes of a matrix: ranking and advice, what sways it, what it saves, months ahead. */
export class DecisionView extends LitElement {
  static override properties = { decided: { attribute: false } };
  static override styles = [
    baseStyle,
    cardStyle,
    tableStyle,
    appPageStyle,
    detailsStyle,
    decisionStyle,
  ];

  declare decided: Decided;

  override render() {
    const { now } = this.decided;
    return html`<section class="card">
        <h2>${text('ranking')}</h2>
        <p class="muted">${text('totals', grams(now.totals.gramsCo2ePerMonth), grams(now.totals.savesGramsCo2ePerMonth))}</p>
        <div class="scroll" role="region" tabindex="0" aria-label=${text('ranking')}>
          ${this.table(now.rows)}
        </div>
      </section>
      ${now.sensitivity === null ? nothing : this.sensitivity(now.sensitivity, now.rows)}
      ${now.months.length === 0 ? nothing : this.months(now.months)} ${this.notes()}`;
  }

  private table(rows: DecisionRow[]) {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${text('rank')}</th>
          <th scope="col">${text('service')}</th>
          <th scope="col" class="number">${text('files')}</th>
          <th scope="col" class="number">${text('weighs_month')}</th>
          <th scope="col">${text('score')}</th>
          <th scope="col">${text('advice')}</th>
          <th scope="col" class="number">${text('saves')}</th>
        </tr>
      </thead>
      <tbody>${rows.map((row) => this.row(row))}</tbody>
    </table>`;
  }

  private row(row: DecisionRow) {
    const shown = showRange(row.gramsCo2ePerMonth, 'gramsCo2e', language());
    const { savesGramsCo2ePerMonth: saves, score, scoredShare } = row;
    return html`<tr>
      <td>${row.rank}</td>
      <th scope="row">
        ${row.service} <strong>${row.language}</strong>
        <span class="below small muted">${row.profile}</span>
      </th>
      <td class="number">${filesText(row.filesPerMonth)}</td>
      <td class="number">
        ${shown.central}\u202f${shown.unit}<span class="below small muted">${boundsText(shown)}</span>
      </td>
      <td>
        ${scoreText(score)}
        <span class="track" aria-hidden="true"><i .style=${`inline-size: ${(score ?? 0) * 100}%`}></i></span>
        ${scoredShare < 1 ? html`<span class="below small muted">${text('scored_share', shareText(scoredShare, language()))}</span>` : nothing}
      </td>
      <td class="advice">
        <strong>${adviceName(row.advice)}</strong>
        <span class="below small muted">${reasonText(row)}</span>
      </td>
      <td class="number">${saves === null || saves.high === 0 ? '–' : rangeText(saves, 'gramsCo2e', language())}</td>
    </tr>`;
  }

  private sensitivity(sensitivity: DecisionSensitivity, rows: DecisionRow[]) {
    const { weights, weightings, firstShares, closest } = sensitivity;
    const [first] = rows;
    const closestWeight = weights.find(({ criterion }) => criterion === closest);
    const percent = (share: number) => shareText(share, language());
    return html`<section class="card">
      <h2>${text('sensitivity')}</h2>
      <p>
        ${text('first_in', `${first?.service ?? ''} ${first?.language ?? ''}`, percent(firstShares[0] ?? 0), String(weightings))}
      </p>
      <p>
        ${
          closestWeight === undefined || closestWeight.swapWeightShare === null
            ? text('no_swap')
            : text(
                'closest_swap',
                criterionName(closestWeight.criterion),
                percent(closestWeight.weightShare),
                percent(closestWeight.swapWeightShare),
              )
        }
      </p>
    </section>`;
  }

  private months(months: DecisionMonth[]) {
    return html`<section class="card">
      <h2>${text('months')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${text('month')}</th>
            <th scope="col" class="number">${text('files')}</th>
            <th scope="col" class="number">CO₂e</th>
          </tr>
        </thead>
        <tbody>
          ${months.map(
            ({ month, filesPerMonth, gramsCo2e }) => html`<tr>
              <th scope="row">${month}</th>
              <td class="number">${filesText(filesPerMonth)}</td>
              <td class="number">${rangeText(gramsCo2e, 'gramsCo2e', language())}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  private notes() {
    const { now, methodology } = this.decided;
    return html`<details class="card">
      <summary><strong>${text('notes')}</strong>${openArrow}</summary>
      <ul class="small">
        ${now.warnings.map(({ code, message }) => html`<li>${optionalText(`warning_${code}`) ?? message}</li>`)}
      </ul>
      <ul class="small muted">
        ${now.sources.map(({ source, asOf }) => html`<li>${source} (${asOf})</li>`)}
      </ul>
      <p class="small muted">${shellText('catalogue', methodology)}</p>
    </details>`;
  }
}

customElements.define('decision-view', DecisionView);
