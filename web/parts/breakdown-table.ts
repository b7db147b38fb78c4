import { html, LitElement } from 'lit';
import { boundsText, centralText, shareText, showRange, tokensText } from '../look/figures.ts';
import { language, text } from '../words/words.ts';
import { baseStyle } from './base-style.ts';
import type { Part } from './breakdown.ts';
import { tableStyle } from './table-style.ts';

/** The parts of a year with all their figures. */
export class BreakdownTable extends LitElement {
  static override properties = { heading: { type: String }, parts: { attribute: false } };
  static override styles = [baseStyle, tableStyle];

  declare heading: string;
  declare parts: Part[];

  constructor() {
    super();
    this.heading = '';
    this.parts = [];
  }

  override render() {
    const total = this.parts.reduce((sum, part) => sum + part.gramsCo2e.central, 0);
    return html`<table>
      <caption>${this.heading}</caption>
      <thead>
        <tr>
          <th scope="col">${text('table_name')}</th>
          <th scope="col" class="number">${text('table_answers')}</th>
          <th scope="col" class="number">${text('tokens')}</th>
          <th scope="col" class="number">${text('energy')}</th>
          <th scope="col" class="number">CO₂e</th>
          <th scope="col" class="number">${text('table_share')}</th>
        </tr>
      </thead>
      <tbody>${this.parts.map((part) => this.row(part, total))}</tbody>
    </table>`;
  }

  private row({ name, sums, gramsCo2e }: Part, total: number) {
    const locale = language();
    const shown = showRange(gramsCo2e, 'gramsCo2e', locale);
    const share = total > 0 ? gramsCo2e.central / total : 0;
    return html`<tr>
      <th scope="row">${name || text('model_not_named')}</th>
      <td class="number">${new Intl.NumberFormat(locale).format(sums.requests)}</td>
      <td class="number">${tokensText(sums.tokens, sums.estimatedRequests > 0, locale)}</td>
      <td class="number">${centralText(sums.energyWattHours, 'wattHours', locale)}</td>
      <td class="number">
        ${shown.central}\u202f${shown.unit}
        <span class="small muted">${boundsText(shown)}</span>
      </td>
      <td class="number">${shareText(share, locale)}</td>
    </tr>`;
  }
}

customElements.define('breakdown-table', BreakdownTable);
