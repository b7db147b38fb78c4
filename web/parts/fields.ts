/** Rows of a form: a label, a native control, a hint. */
import { css, html, nothing } from 'lit';

export interface Field {
  id: string;
  label: string;
  hint?: string;
}

export interface Option {
  value: string;
  name: string;
}

export interface OptionGroup {
  name: string;
  options: Option[];
}

const hintOf = ({ id, hint }: Field) =>
  hint === undefined ? nothing : html`<p class="small muted hint" id="${id}-hint">${hint}</p>`;

const describedBy = ({ id, hint }: Field) => (hint === undefined ? nothing : `${id}-hint`);

const optionOf = ({ value, name }: Option, chosen: string) =>
  html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;

export interface Select extends Field {
  value: string;
  options: (Option | OptionGroup)[];
  onChange(value: string): void;
}

export function selectRow(select: Select) {
  const { id, label, value, options } = select;
  const onChange = (event: Event) => select.onChange((event.target as HTMLSelectElement).value);
  return html`<div class="row">
    <label for=${id}>${label}</label>
    <select id=${id} aria-describedby=${describedBy(select)} @change=${onChange}>
      ${options.map((entry) =>
        'options' in entry
          ? html`<optgroup label=${entry.name}>
              ${entry.options.map((option) => optionOf(option, value))}
            </optgroup>`
          : optionOf(entry, value),
      )}
    </select>
    ${hintOf(select)}
  </div>`;
}

export interface Check extends Field {
  isChecked: boolean;
  isDisabled?: boolean;
  onChange(isChecked: boolean): void;
}

export function checkRow(check: Check) {
  const onChange = (event: Event) => check.onChange((event.target as HTMLInputElement).checked);
  return html`<div class="row check">
    <label>
      <input
        id=${check.id}
        type="checkbox"
        .checked=${check.isChecked}
        ?disabled=${check.isDisabled ?? false}
        aria-describedby=${describedBy(check)}
        @change=${onChange}
      />
      <span>${check.label}</span>
    </label>
    ${hintOf(check)}
  </div>`;
}

export const fieldStyle = css`
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 2px var(--gramme-space-4);
    align-items: center;
    padding-block: var(--gramme-space-2);
  }
  .row + .row {
    border-block-start: var(--gramme-hairline);
  }
  .row.check,
  .hint,
  .row > .error {
    grid-column: 1 / -1;
  }
  .check {
    grid-template-columns: minmax(0, 1fr);
  }
  .check label {
    display: flex;
    gap: var(--gramme-space-2);
    align-items: center;
    min-block-size: 24px;
  }
  .check .hint {
    padding-inline-start: 28px;
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 2px;
    accent-color: var(--gramme-green);
  }
  select,
  input[type='number'],
  input[type='text'] {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 32px;
    padding: 4px var(--gramme-space-2);
    font: inherit;
    color: inherit;
    background: var(--gramme-card);
    border: 1px solid var(--gramme-muted);
    border-radius: var(--gramme-radius-small);
  }
  .error {
    color: var(--gramme-brick);
  }
  [aria-invalid='true'] {
    border-color: var(--gramme-brick);
  }
  @media (max-width: 480px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
