import { html, LitElement, nothing } from 'lit';
import type { BudgetStanding } from '../../core/service-budget-contracts.ts';
import { shareText } from '../../look/figures.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { warningSign } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language } from '../../words/words.ts';
import type { PlannedBudgets } from '../engine/budget-tools.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { budgetStyle } from './budget-style.ts';
import './file-buttons.ts';
import { setLimit, usedText } from './budgets.ts';
import { text } from './words.ts';
import { parseYaml, textOf, type YamlDocument } from './yaml-file.ts';

/** Budgets beside what a matrix plans. Fires `changed` with another document, `refused` with a fault. */
export class BudgetSection extends LitElement {
  static override properties = { document: { attribute: false }, planned: { attribute: false } };
  static override styles = [
    baseStyle,
    cardStyle,
    tableStyle,
    fieldStyle,
    appPageStyle,
    budgetStyle,
  ];

  declare document: YamlDocument;
  declare planned: PlannedBudgets | null;

  override render() {
    return html`<section class="card">
      <h2>${text('budgets')}</h2>
      <p class="muted">${text('budgets_lead')}</p>
      ${this.planned === null ? nothing : this.table(this.planned)}
      <file-buttons
        name="budgets.yaml"
        label=${text('budgets')}
        .content=${() => textOf(this.document)}
        @opened=${({ detail }: CustomEvent<string>) => this.open(detail)}
      ></file-buttons>
    </section>`;
  }

  private table({ standings }: PlannedBudgets) {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${text('budgets')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${text('service')}</th>
            <th scope="col">${text('period')}</th>
            <th scope="col">${text('limit')}</th>
            <th scope="col">${text('planned')}</th>
            <th scope="col">${text('verdict')}</th>
          </tr>
        </thead>
        <tbody>${standings.map((standing, index) => this.row(standing, index))}</tbody>
      </table>
    </div>`;
  }

  private row(standing: BudgetStanding, index: number) {
    const { service, language: spoken, range, limit, share, verdict, budgetId, measure } = standing;
    return html`<tr>
      <th scope="row">${service}${spoken === null ? '' : ` ${spoken}`}</th>
      <td>${text(`range_${range}`)}</td>
      <td>
        <span class="limit">
          <input
            id="limit-${index}"
            type="number"
            min="0"
            step="any"
            inputmode="decimal"
            aria-label="${text('limit')}, ${budgetId}"
            .value=${String(limit)}
            @change=${(event: Event) => this.onLimit(budgetId, event)}
          />
          ${text(`measure_${measure}`)}
        </span>
      </td>
      <td>
        ${usedText(standing)}
        <span class="track" aria-hidden="true">
          <i class=${verdict} .style=${`inline-size: ${Math.min(1, share) * 100}%`}></i>
        </span>
        <span class="below small muted">${shareText(share, language())}</span>
      </td>
      <td class=${verdict}>${verdict === 'allow' ? nothing : warningSign} ${text(`verdict_${verdict}`)}</td>
    </tr>`;
  }

  private onLimit(budgetId: string, event: Event): void {
    const limit = (event.target as HTMLInputElement).valueAsNumber;
    if (limit > 0) this.tell(setLimit(this.document, budgetId, limit));
  }

  private open(content: string): void {
    try {
      this.tell(parseYaml(content));
    } catch (error) {
      this.dispatchEvent(new CustomEvent('refused', { detail: error }));
    }
  }

  private tell(document: YamlDocument): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: document }));
  }
}

customElements.define('budget-section', BudgetSection);
