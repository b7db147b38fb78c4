import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from './base-style.ts';
import { fieldStyle } from './fields.ts';

/** A number that takes the place of a known one; empty: the known one. Fires `chosen`. */
export class OwnFigure extends LitElement {
  static override properties = {
    label: { type: String },
    hint: { type: String },
    wrong: { type: String },
    value: { attribute: false },
    limits: { attribute: false },
    isWrong: { state: true },
  };

  static override styles = [
    baseStyle,
    fieldStyle,
    css`
      :host {
        border-block-start: var(--gramme-hairline);
      }
    `,
  ];

  declare label: string;
  declare hint: string;
  declare wrong: string;
  declare value: number | null;
  declare limits: [low: number, high: number];
  declare isWrong: boolean;

  constructor() {
    super();
    this.value = null;
    this.limits = [0, 1];
    this.isWrong = false;
  }

  override render() {
    return html`<div class="row">
      <label for="figure">${this.label}</label>
      <input
        id="figure"
        type="number"
        step="any"
        inputmode="decimal"
        autocomplete="off"
        .value=${this.value === null ? '' : String(this.value)}
        aria-invalid=${this.isWrong}
        aria-describedby="hint"
        @change=${this.onChange}
      />
      <p id="hint" class="hint small muted">${this.hint}</p>
      ${this.isWrong ? html`<p class="error small" role="alert">${this.wrong}</p>` : nothing}
    </div>`;
  }

  private onChange(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [low, high] = this.limits;
    const isEmpty = input.value === '' && !input.validity.badInput;
    const value = input.valueAsNumber;
    this.isWrong = !isEmpty && !(value >= low && value <= high);
    if (this.isWrong) return;
    this.dispatchEvent(new CustomEvent('chosen', { detail: isEmpty ? null : value }));
  }
}

customElements.define('own-figure', OwnFigure);
