import { css, html, LitElement, nothing } from 'lit';
import type { BudgetVerdict } from '../../web/core/view-contracts.ts';
import { shareText } from '../../web/look/figures.ts';
import { baseStyle } from '../../web/parts/base-style.ts';
import { warningSign } from '../../web/parts/signs.ts';
import { budgetText } from '../parts/budget-words.ts';
import { language, text } from '../shared/text.ts';

/** How much of each budget is used up, in words and as a bar. */
export class BudgetsState extends LitElement {
  static override properties = {
    budgets: { attribute: false },
    modelNames: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      h3 {
        padding-block-end: var(--gramme-space-1);
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      li {
        padding-block: 6px;
      }
      li + li {
        border-block-start: var(--gramme-hairline);
      }
      p {
        display: flex;
        gap: var(--gramme-space-2);
        justify-content: space-between;
      }
      .state {
        display: inline-flex;
        flex: none;
        gap: var(--gramme-space-1);
        align-items: center;
        color: var(--gramme-green);
      }
      .near .state {
        color: var(--gramme-ochre);
      }
      .over .state {
        color: var(--gramme-brick);
      }
      .track {
        display: block;
        block-size: 4px;
        margin-block: 4px;
        border-radius: 2px;
        background: var(--gramme-line);
      }
      i {
        display: block;
        block-size: 100%;
        min-inline-size: 2px;
        border-radius: 2px;
        background: var(--gramme-green);
      }
      .near i {
        background: var(--gramme-ochre);
      }
      .over i {
        background: var(--gramme-brick);
      }
    `,
  ];

  declare budgets: BudgetVerdict[];
  declare modelNames: Record<string, string>;

  constructor() {
    super();
    this.budgets = [];
    this.modelNames = {};
  }

  override render() {
    if (this.budgets.length === 0) return nothing;
    return html`<h3 id="heading">${text('budgets_state')}</h3>
      <ul aria-labelledby="heading">${this.budgets.map((budget) => this.row(budget))}</ul>`;
  }

  private row(budget: BudgetVerdict) {
    const { share, state } = budget;
    const used = text(
      'budget_used',
      shareText(share, language()),
      budgetText(budget, this.modelNames),
    );
    return html`<li class=${state}>
      <p class="small">
        <span>${used}</span>
        <span class="state">
          ${state === 'within' ? nothing : warningSign} ${text(`budget_${state}`)}
        </span>
      </p>
      <span class="track" aria-hidden="true">
        <i .style=${`inline-size: ${Math.min(1, share) * 100}%`}></i>
      </span>
    </li>`;
  }
}

customElements.define('budgets-state', BudgetsState);
