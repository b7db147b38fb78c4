import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../parts/base-style.ts';
import type { Option, OptionGroup } from '../../parts/fields.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { crossSign } from '../../parts/signs.ts';
import { text } from '../shell/words.ts';

const isGroup = (entry: Option | OptionGroup): entry is OptionGroup => 'options' in entry;

/** Several of many: what is chosen, each with a way to take it off, and a field to add. Fires `chosen`. */
export class ChoiceList extends LitElement {
  static override properties = {
    label: { type: String },
    options: { attribute: false },
    chosen: { attribute: false },
  };

  static override styles = [
    baseStyle,
    fieldStyle,
    css`
      :host {
        display: block;
        padding-block: var(--gramme-space-2);
      }
      label {
        display: block;
        margin-block-end: var(--gramme-space-1);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gramme-space-1) var(--gramme-space-2);
        margin-block-end: var(--gramme-space-2);
      }
      li {
        display: flex;
        align-items: center;
        max-inline-size: 100%;
        padding-inline-start: var(--gramme-space-2);
        border: var(--gramme-hairline);
        border-radius: var(--gramme-radius);
      }
      li span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      li button {
        flex: none;
        inline-size: 28px;
        block-size: 28px;
        padding: 0;
        color: var(--gramme-muted);
        background: none;
        border: 0;
      }
      li:only-child {
        padding: 4px var(--gramme-space-2);
      }
    `,
  ];

  declare label: string;
  declare options: (Option | OptionGroup)[];
  declare chosen: string[];

  constructor() {
    super();
    this.label = '';
    this.options = [];
    this.chosen = [];
  }

  override render() {
    const all = this.options.flatMap((entry) => (isGroup(entry) ? entry.options : [entry]));
    const names = new Map(all.map(({ value, name }) => [value, name]));
    return html`<label for="add">${this.label}</label>
      <ul aria-label=${this.label}>
        ${this.chosen.map((value) => this.chip(value, names.get(value) ?? value))}
      </ul>
      <select id="add" @change=${this.add}>
        <option value="" selected>${text('add')}</option>
        ${this.options.map((entry) =>
          isGroup(entry)
            ? html`<optgroup label=${entry.name}>${entry.options.map((option) => this.option(option))}</optgroup>`
            : this.option(entry),
        )}
      </select>`;
  }

  private option({ value, name }: Option) {
    // The empty value stands for "usual" or "default": the field's own first entry is empty already.
    if (this.chosen.includes(value)) return nothing;
    return html`<option value="=${value}">${name}</option>`;
  }

  private chip(value: string, name: string) {
    const shown = html`<span title=${name}>${name}</span>`;
    // The last one stays: something must be asked about.
    if (this.chosen.length === 1) return html`<li>${shown}</li>`;
    return html`<li>
      ${shown}
      <button
        type="button"
        aria-label=${text('remove', name)}
        @click=${() => this.tell(this.chosen.filter((other) => other !== value))}
      >
        ${crossSign}
      </button>
    </li>`;
  }

  private add(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    select.selectedIndex = 0;
    if (value !== '') this.tell([...this.chosen, value.slice(1)]);
  }

  private tell(chosen: string[]): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: chosen }));
  }
}

customElements.define('choice-list', ChoiceList);
