import { html, LitElement, nothing } from 'lit';
import { asRange, type Measure, rangeText } from '../../look/figures.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { warningSign } from '../../parts/signs.ts';
import { tableStyle } from '../../parts/table-style.ts';
import { language, textLanguage } from '../../words/words.ts';
import { accuracy, type PublishedFigure, type Quantity } from './accuracy.ts';
import { methodsStyle } from './methods-style.ts';
import { text } from './words.ts';

const MEASURES: Partial<Record<Quantity, Measure>> = {
  energyWattHours: 'wattHours',
  gramsCo2e: 'gramsCo2e',
  waterLitres: 'litres',
  onSiteWaterLitres: 'litres',
};

function rangeShown(range: PublishedFigure['ours'], quantity: Quantity): string {
  const measure = MEASURES[quantity];
  if (measure !== undefined) return rangeText(range, measure, language());
  const number = new Intl.NumberFormat(language(), { maximumSignificantDigits: 2 });
  const [low, central, high] = [range.low, range.central, range.high].map((end) =>
    number.format(end),
  );
  return `${central}\u202fJ (${low}–${high})`;
}

/** The bounds of what is exact are no news. */
const figureShown = (value: number, quantity: Quantity) =>
  rangeShown(asRange(value), quantity).replace(/ \(.*\)$/, '');

/** Figures that others published, beside ours: which we agree with, and why not. */
export class PublishedTable extends LitElement {
  static override styles = [baseStyle, tableStyle, methodsStyle];

  override render() {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${text('published')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${text('what')}</th>
            <th scope="col" class="number">${text('published_figure')}</th>
            <th scope="col" class="number">${text('ours')}</th>
            <th scope="col">${text('agree')}</th>
            <th scope="col">${text('why')}</th>
          </tr>
        </thead>
        <tbody>${accuracy.published.map((figure) => this.row(figure))}</tbody>
      </table>
    </div>`;
  }

  private row({
    name,
    source,
    asOf,
    quantity,
    published,
    ours,
    isInRange,
    because,
  }: PublishedFigure) {
    // Sentences about sources are written in English, like the sources.
    const spoken = textLanguage() === 'en' ? nothing : 'en';
    return html`<tr>
      <th scope="row">
        <span lang=${spoken}>${name}</span> · ${text(`quantity_${quantity}`)}
        <span class="below small muted">${source}, ${asOf}</span>
      </th>
      <td class="number">${figureShown(published, quantity)}</td>
      <td class="number">${rangeShown(ours, quantity)}</td>
      <td class=${isInRange ? 'yes' : 'no'}>
        ${isInRange ? nothing : warningSign} ${text(isInRange ? 'in_range' : 'out_of_range')}
      </td>
      <td class="small why" lang=${spoken}>${because}</td>
    </tr>`;
  }
}

customElements.define('published-table', PublishedTable);
