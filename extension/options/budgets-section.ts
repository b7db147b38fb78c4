import { css, html, nothing } from 'lit';
import { checkRow } from '../../web/parts/fields.ts';
import { budgetText } from '../parts/budget-words.ts';
import type { Choices } from '../shared/answers.ts';
import type { Budget } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import './budget-form.ts';
import { mayNotify, setNotifications } from './permission.ts';
import { SettingSection } from './setting-section.ts';

/** As many as settings hold. */
const MOST_BUDGETS = 20;

/** Budgets as sentences, a form for one more, and whether the browser notifies. */
export class BudgetsSection extends SettingSection {
  static override properties = { models: { attribute: false }, notifies: { state: true } };

  static override styles = [
    ...SettingSection.styles,
    css`
      li {
        display: flex;
        gap: var(--gramme-space-3);
        align-items: center;
        justify-content: space-between;
        min-block-size: 44px;
        border-block-end: var(--gramme-hairline);
      }
    `,
  ];

  declare models: Choices['models'];
  declare notifies: boolean;

  constructor() {
    super();
    this.models = [];
    this.notifies = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void mayNotify().then((may) => {
      this.notifies = may;
    });
  }

  override render() {
    const { budgets } = this.settings;
    const names = Object.fromEntries(this.models.map(({ id, name }) => [id, name]));
    return html`<section class="card">
      <h2>${text('budgets_title')}</h2>
      ${
        budgets.length === 0
          ? html`<p class="muted">${text('budgets_none')}</p>`
          : html`<ul>${budgets.map((budget) => this.budget(budget, budgetText(budget, names)))}</ul>`
      }
      ${
        budgets.length < MOST_BUDGETS
          ? html`<budget-form
            .models=${this.models}
            @added=${({ detail }: CustomEvent<Budget>) =>
              this.change({ budgets: [...budgets, detail] })}
          ></budget-form>`
          : html`<p class="muted">${text('budget_full')}</p>`
      }
      ${budgets.length === 0 ? nothing : this.notifications()}
    </section>`;
  }

  private budget({ id }: Budget, sentence: string) {
    const others = () => this.settings.budgets.filter((budget) => budget.id !== id);
    return html`<li>
      <span>${sentence}</span>
      <button
        type="button"
        aria-label=${text('budget_remove_named', sentence)}
        @click=${() => this.change({ budgets: others() })}
      >
        ${text('budget_remove')}
      </button>
    </li>`;
  }

  private notifications() {
    return checkRow({
      id: 'notifications',
      label: text('notifications_label'),
      hint: text('notifications_hint'),
      isChecked: this.notifies,
      onChange: (isWanted) => void this.notify(isWanted),
    });
  }

  private async notify(isWanted: boolean): Promise<void> {
    this.notifies = isWanted;
    this.notifies = await setNotifications(isWanted).catch(() => false);
  }
}

customElements.define('budgets-section', BudgetsSection);
