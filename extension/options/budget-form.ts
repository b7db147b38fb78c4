import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { fieldStyle, type Option, selectRow } from '../../web/parts/fields.ts';
import { buttonStyle } from '../../web/parts/page-style.ts';
import type { Choices } from '../shared/answers.ts';
import type { Budget } from '../shared/settings.ts';
import { siteNames } from '../shared/site-facts.ts';
import { type TextKey, text } from '../shared/text.ts';
import type { SiteId } from '../sites/records.ts';

const MOST_LIMIT = 1e12;
const MEASURES: Budget['measure'][] = ['gramsCo2e', 'wattHours', 'tokens'];
const RANGES: Budget['range'][] = ['day', 'month', 'year'];

type Draft = Omit<Budget, 'id' | 'limit'>;

const named = (values: string[], stem: string): Option[] =>
  values.map((value) => ({ value, name: text(`${stem}_${value}` as TextKey) }));

/** One more budget. Fires `added` with it. */
export class BudgetForm extends LitElement {
  static override properties = {
    models: { attribute: false },
    draft: { state: true },
    isWrong: { state: true },
  };

  static override styles = [
    baseStyle,
    buttonStyle,
    fieldStyle,
    css`
      :host {
        padding-block: var(--gramme-space-2);
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
        gap: var(--gramme-space-2) var(--gramme-space-3);
        align-items: end;
      }
      .row {
        display: block;
        padding: 0;
      }
      .row + .row {
        border: 0;
      }
      label {
        display: block;
        font-size: var(--gramme-size-small);
        color: var(--gramme-muted);
      }
      button {
        grid-column: 1 / -1;
        justify-self: start;
      }
      .error {
        margin-block-start: var(--gramme-space-1);
      }
    `,
  ];

  declare models: Choices['models'];
  declare draft: Draft;
  declare isWrong: boolean;

  constructor() {
    super();
    this.models = [];
    this.draft = { measure: 'gramsCo2e', range: 'day', site: null, modelId: null };
    this.isWrong = false;
  }

  override render() {
    const { draft } = this;
    return html`<form novalidate @submit=${this.onSubmit}>
        <div class="row">
          <label for="limit">${text('budget_limit')}</label>
          <input
            id="limit"
            type="number"
            step="any"
            inputmode="decimal"
            autocomplete="off"
            aria-invalid=${this.isWrong}
            aria-describedby="wrong"
          />
        </div>
        ${selectRow({
          id: 'measure',
          label: text('budget_measure'),
          value: draft.measure,
          options: named(MEASURES, 'unit'),
          onChange: (measure) => this.take({ measure: measure as Draft['measure'] }),
        })}
        ${selectRow({
          id: 'range',
          label: text('budget_range'),
          value: draft.range,
          options: named(RANGES, 'range'),
          onChange: (range) => this.take({ range: range as Draft['range'] }),
        })}
        ${this.scope()}
        <button type="submit">${text('budget_add')}</button>
      </form>
      <p id="wrong" class="error small" role="alert">
        ${this.isWrong ? text('budget_wrong') : nothing}
      </p>`;
  }

  private scope() {
    const { site, modelId } = this.draft;
    const option = (kind: string) => (id: string, name: string) => ({
      value: `${kind}:${id}`,
      name,
    });
    const sites = Object.entries(siteNames).map(([id, name]) => option('site')(id, name));
    const models = this.models.map(({ id, name }) => option('model')(id, name));
    return selectRow({
      id: 'scope',
      label: text('budget_scope'),
      value: site !== null ? `site:${site}` : modelId !== null ? `model:${modelId}` : '',
      options: [
        { value: '', name: text('scope_all') },
        { name: text('scope_sites'), options: sites },
        { name: text('scope_models'), options: models },
      ],
      onChange: (value) => {
        const kind = value.split(':')[0];
        const id = value.slice(value.indexOf(':') + 1);
        this.take({
          site: kind === 'site' ? (id as SiteId) : null,
          modelId: kind === 'model' ? id : null,
        });
      },
    });
  }

  private take(changed: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changed };
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('#limit');
    if (input === null) return;
    const limit = input.valueAsNumber;
    this.isWrong = !(limit > 0 && limit <= MOST_LIMIT);
    if (this.isWrong) {
      input.focus();
      return;
    }
    const detail: Budget = { id: crypto.randomUUID(), limit, ...this.draft };
    this.dispatchEvent(new CustomEvent('added', { detail }));
    input.value = '';
  }
}

customElements.define('budget-form', BudgetForm);
