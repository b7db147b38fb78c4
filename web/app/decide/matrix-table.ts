import { html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../parts/base-style.ts';
import { fieldStyle } from '../../parts/fields.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { crossSign } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { optionalText } from '../../words/words.ts';
import { criterionName } from './decision-words.ts';
import { figureIn, figureText } from './figure-text.ts';
import {
  type Column,
  columnsOf,
  KINDS,
  type MatrixRow,
  type NewRow,
  rowsOf,
  setCell,
  withoutRow,
  withRow,
} from './matrix.ts';
import { matrixStyle } from './matrix-style.ts';
import { newRowStyle } from './new-row-style.ts';
import { text } from './words.ts';
import type { YamlDocument } from './yaml-file.ts';

const LONGEST_NAME = 64;

/** Named by the words of the app, or as the document names it. */
const columnName = ({ id, isOwn }: Column): string =>
  isOwn ? criterionName(id) : (optionalText(`column_${id}`) ?? id);

/** The rows of a decision matrix, to be edited. Fires `changed` with another document. */
export class MatrixTable extends LitElement {
  static override properties = {
    document: { attribute: false },
    wrong: { state: true },
    added: { state: true },
  };
  static override styles = [
    baseStyle,
    buttonStyle,
    fieldStyle,
    tableStyle,
    newRowStyle,
    matrixStyle,
  ];

  declare document: YamlDocument;
  /** The cell that holds no figure, and so was not taken over. */
  declare wrong: string | null;
  declare added: NewRow;

  constructor() {
    super();
    this.wrong = null;
    this.added = { service: '', kind: KINDS[0], language: '' };
  }

  override render() {
    const rows = rowsOf(this.document);
    const columns = columnsOf(this.document);
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${text('matrix')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${text('service')}</th>
              <th scope="col">${text('language')}</th>
              ${columns.map((column) => html`<th scope="col">${columnName(column)}</th>`)}
              <th scope="col"><span class="hidden">${text('remove_row')}</span></th>
            </tr>
          </thead>
          <tbody>${rows.map((row, index) => this.row(row, columns, index))}</tbody>
        </table>
      </div>
      <p class="small muted">${text('cell_hint')}</p>
      ${this.wrong === null ? nothing : html`<p class="error" role="alert">${text('cell_wrong', this.wrong)}</p>`}
      ${this.newRow(rows)}`;
  }

  private row(row: MatrixRow, columns: Column[], index: number) {
    const { service, language } = row;
    return html`<tr>
      <th scope="row">${service}</th>
      <td>${language}</td>
      ${columns.map((column) => this.cell(row, column, index))}
      <td>
        <button
          type="button"
          class="remove"
          aria-label=${text('remove_named', service, language)}
          @click=${() => this.tell(withoutRow(this.document, row))}
        >
          ${crossSign}
        </button>
      </td>
    </tr>`;
  }

  private cell(row: MatrixRow, column: Column, index: number) {
    const figure = row.cells.get(column.id);
    const name = `${columnName(column)}, ${row.service} ${row.language}`;
    const isRange = typeof figure === 'object';
    return html`<td>
      <input
        id="cell-${index}-${column.id}"
        type="text"
        class=${isRange ? 'range' : ''}
        inputmode="decimal"
        autocomplete="off"
        aria-label=${name}
        aria-invalid=${this.wrong === name}
        .value=${figureText(figure)}
        @change=${(event: Event) => this.onCell(row, column, name, event)}
      />
    </td>`;
  }

  private onCell(row: MatrixRow, column: Column, name: string, event: Event): void {
    const figure = figureIn((event.target as HTMLInputElement).value);
    this.wrong = figure === undefined ? name : null;
    if (figure !== undefined) this.tell(setCell(this.document, row, column, figure));
  }

  private newRow(rows: MatrixRow[]) {
    const services = [...new Set(rows.map(({ service }) => service))];
    const field = (name: 'service' | 'language') => html`<label>
      ${text(name)}
      <input
        type="text"
        name=${name}
        required
        maxlength=${LONGEST_NAME}
        pattern="[A-Za-z0-9._\\-]+"
        autocomplete="off"
        list=${name === 'service' ? 'services' : nothing}
        .value=${this.added[name]}
        @input=${(event: Event) => {
          this.added = { ...this.added, [name]: (event.target as HTMLInputElement).value };
        }}
      />
    </label>`;
    return html`<form class="new" @submit=${this.onAdd}>
      ${field('service')}
      <datalist id="services">${services.map((service) => html`<option value=${service}></option>`)}</datalist>
      <label>
        ${text('kind')}
        <select
          @change=${(event: Event) => {
            this.added = { ...this.added, kind: (event.target as HTMLSelectElement).value };
          }}
        >
          ${KINDS.map((kind) => html`<option value=${kind}>${text(`kind_${kind.replace('-', '_')}` as 'kind_translation')}</option>`)}
        </select>
      </label>
      ${field('language')}
      <button type="submit">${text('add_row')}</button>
    </form>`;
  }

  private onAdd(event: Event): void {
    event.preventDefault();
    this.tell(withRow(this.document, this.added));
    this.added = { ...this.added, language: '' };
  }

  private tell(document: YamlDocument): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: document }));
  }
}

customElements.define('matrix-table', MatrixTable);
