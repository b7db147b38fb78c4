import { css, html, LitElement, nothing } from 'lit';
import type { DecisionCriterion } from '../../core/decision-contracts.ts';
import { shareText } from '../../look/figures.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { crossSign } from '../../parts/signs.ts';
import { language } from '../../words/words.ts';
import type { NewCriterion } from './criteria.ts';
import { criterionName, unitText } from './decision-words.ts';
import { newRowStyle } from './new-row-style.ts';
import { text } from './words.ts';

const PER_CENT = 100;

/**
 * How much each criterion counts: only ratios matter. Fires `weights`, those of all criteria by id, `added` with a
 * new criterion, `removed` with the id of one.
 */
export class WeightsEditor extends LitElement {
  static override properties = {
    criteria: { attribute: false },
    given: { attribute: false },
    own: { attribute: false },
    added: { state: true },
  };
  static override styles = [
    baseStyle,
    buttonStyle,
    fieldStyle,
    newRowStyle,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(80px, 2fr) 48px 28px;
        gap: var(--gramme-space-3);
        align-items: center;
        min-block-size: 36px;
      }
      input[type='range'] {
        inline-size: 100%;
        block-size: 24px;
        accent-color: var(--gramme-green);
      }
      .share {
        text-align: end;
      }
      .unit {
        display: block;
      }
    `,
  ];

  declare criteria: DecisionCriterion[];
  /** Weights that the matrix gives itself. */
  declare given: ReadonlyMap<string, number>;
  /** Criteria of the matrix's own, which can be taken off. */
  declare own: readonly string[];
  declare added: NewCriterion;

  constructor() {
    super();
    this.own = [];
    this.added = { id: '', worse: 'more' };
  }

  override render() {
    return html`<ul aria-label=${text('weights')}>
        ${this.criteria.map((criterion, index) => this.criterion(criterion, index))}
      </ul>
      ${this.newCriterion()}`;
  }

  /** The usual sets have weights that come to a hundred. */
  private weight({ id, weightShare }: DecisionCriterion): number {
    return this.given.get(id) ?? Math.round(weightShare * PER_CENT);
  }

  private criterion(criterion: DecisionCriterion, index: number) {
    const { id, unit, weightShare, boundsFrom } = criterion;
    const most = Math.max(PER_CENT, ...this.criteria.map((other) => this.weight(other)));
    const name = criterionName(id);
    return html`<li>
      <label for="weight-${index}">
        ${name}
        <span class="unit small muted">${boundsFrom === 'none' ? text('tells_nothing') : unitText(unit)}</span>
      </label>
      <input
        id="weight-${index}"
        type="range"
        min="0"
        max=${most}
        step="1"
        .value=${String(this.weight(criterion))}
        aria-valuetext=${shareText(weightShare, language())}
        @change=${(event: Event) => this.tell(id, (event.target as HTMLInputElement).valueAsNumber)}
      />
      <span class="share">${shareText(weightShare, language())}</span>
      ${this.own.includes(id) ? this.removal(id, name) : nothing}
    </li>`;
  }

  private removal(id: string, name: string) {
    return html`<button
      type="button"
      class="remove"
      aria-label=${text('remove_criterion', name)}
      @click=${() => this.dispatchEvent(new CustomEvent('removed', { detail: id }))}
    >
      ${crossSign}
    </button>`;
  }

  private newCriterion() {
    return html`<form class="new" @submit=${this.onAdd}>
      <label>
        ${text('own_criterion')}
        <input
          type="text"
          required
          maxlength="64"
          pattern="[a-z][a-z0-9_]*"
          title=${text('own_criterion_hint')}
          autocomplete="off"
          .value=${this.added.id}
          @input=${(event: Event) => {
            this.added = { ...this.added, id: (event.target as HTMLInputElement).value };
          }}
        />
      </label>
      <label>
        ${text('worse')}
        <select
          @change=${(event: Event) => {
            const worse = (event.target as HTMLSelectElement).value as NewCriterion['worse'];
            this.added = { ...this.added, worse };
          }}
        >
          <option value="more">${text('worse_more')}</option>
          <option value="less">${text('worse_less')}</option>
        </select>
      </label>
      <button type="submit">${text('add_criterion')}</button>
    </form>`;
  }

  private onAdd(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('added', { detail: this.added }));
    this.added = { ...this.added, id: '' };
  }

  private tell(id: string, weight: number): void {
    const weights = new Map(this.criteria.map((other) => [other.id, this.weight(other)]));
    weights.set(id, weight);
    this.dispatchEvent(new CustomEvent('weights', { detail: weights }));
  }
}

customElements.define('weights-editor', WeightsEditor);
