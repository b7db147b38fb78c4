import { html, LitElement, nothing } from 'lit';
import type { BudgetStanding } from '../../core/service-budget-contracts.ts';
import { shareText } from '../../look/figures.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { crossSign, warningSign } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language } from '../../words/words.ts';
import type { PlannedBudgets } from '../engine/budget-tools.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { budgetStyle } from './budget-style.ts';
import './file-buttons.ts';
import { type NewBudget, setLimit, usedText, withBudget, withoutBudget } from './budgets.ts';
import { newRowStyle } from './new-row-style.ts';
import { text } from './words.ts';
import { parseYaml, textOf, type YamlDocument } from './yaml-file.ts';

const RANGES = ['day', 'month'] as const;
const MEASURES = ['gramsCo2e', 'wattHours', 'tokens'] as const;

/** Budgets beside what a matrix plans. Fires `changed` with another document, `refused` with a fault. */
export class BudgetSection extends LitElement {
  static override properties = {
    document: { attribute: false },
    planned: { attribute: false },
    added: { state: true },
  };
  static override styles = [
    baseStyle,
    cardStyle,
    tableStyle,
    buttonStyle,
    fieldStyle,
    appPageStyle,
    newRowStyle,
    budgetStyle,
  ];

  declare document: YamlDocument;
  declare planned: PlannedBudgets | null;
  declare added: NewBudget;

  constructor() {
    super();
    this.planned = null;
    this.added = { service: '', range: 'month', measure: 'gramsCo2e', limit: 0 };
  }

  override render() {
    return html`<section class="card">
      <h2>${text('budgets')}</h2>
      <p class="muted">${text('budgets_lead')}</p>
      ${this.planned === null ? nothing : this.table(this.planned)} ${this.newBudget()}
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
            <th scope="col"><span class="hidden">${text('remove_row')}</span></th>
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
      <td>
        <button
          type="button"
          class="remove"
          aria-label=${text('remove_named', text('budget'), budgetId)}
          @click=${() => this.tell(withoutBudget(this.document, budgetId))}
        >
          ${crossSign}
        </button>
      </td>
    </tr>`;
  }

  private newBudget() {
    const change = (part: Partial<NewBudget>) => {
      this.added = { ...this.added, ...part };
    };
    const input = (event: Event) => event.target as HTMLInputElement;
    const { service, range, measure } = this.added;
    return html`<form class="new" @submit=${this.onAdd}>
      <label>
        ${text('service')}
        <input type="text" required maxlength="64" pattern="[A-Za-z0-9._\\-]+" autocomplete="off" .value=${service}
          @input=${(event: Event) => change({ service: input(event).value })} />
      </label>
      <label>
        ${text('period')}
        <select @change=${(event: Event) => change({ range: input(event).value as NewBudget['range'] })}>
          ${RANGES.map((id) => html`<option value=${id} ?selected=${id === range}>${text(`range_${id}`)}</option>`)}
        </select>
      </label>
      <label>
        ${text('limit')}
        <input type="number" required min="0.000001" step="any" inputmode="decimal"
          @input=${(event: Event) => change({ limit: input(event).valueAsNumber })} />
      </label>
      <label>
        ${text('unit')}
        <select @change=${(event: Event) => change({ measure: input(event).value as NewBudget['measure'] })}>
          ${MEASURES.map((id) => html`<option value=${id} ?selected=${id === measure}>${text(`measure_${id}`)}</option>`)}
        </select>
      </label>
      <button type="submit">${text('add_budget')}</button>
    </form>`;
  }

  private onAdd(event: Event): void {
    event.preventDefault();
    this.tell(withBudget(this.document, this.added));
    this.added = { ...this.added, service: '' };
    (event.target as HTMLFormElement).reset();
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
