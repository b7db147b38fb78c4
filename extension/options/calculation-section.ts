import { html, nothing } from 'lit';
import { selectRow } from '../../web/parts/fields.ts';
import { placeFigures } from '../../web/parts/place-figures.ts';
import { regionGroups } from '../../web/parts/region-options.ts';
import type { Choices } from '../shared/answers.ts';
import { text } from '../shared/text.ts';
import { SettingSection } from './setting-section.ts';

/** Region or own figures, and the method. */
export class CalculationSection extends SettingSection {
  static override properties = { choices: { attribute: false } };

  declare choices: Choices;

  override render() {
    const { settings, choices } = this;
    return html`<section class="card">
      <h2>${text('calculation_title')}</h2>
      <p class="small muted">${text('calculation_note')}</p>
      ${selectRow({
        id: 'region',
        label: text('region_label'),
        value: settings.region ?? '',
        options: [{ value: '', name: text('region_auto') }, ...regionGroups(choices.regions)],
        onChange: (region) => this.change({ region: region || null }),
      })}
      ${placeFigures(settings, (change) => this.change(change))} ${this.method()}
    </section>`;
  }

  private method() {
    const { methods } = this.choices;
    const chosen = methods.find(({ id }) => id === this.settings.method);
    return html`${selectRow({
      id: 'method',
      label: text('method_label'),
      value: this.settings.method ?? '',
      options: [
        { value: '', name: text('method_auto') },
        ...methods.map(({ id, name }) => ({ value: id, name })),
      ],
      onChange: (method) => this.change({ method: method || null }),
    })}
    ${
      chosen === undefined
        ? nothing
        : html`<p class="small muted">
          ${text('method_source', chosen.source.source, chosen.source.asOf)}
        </p>`
    }`;
  }
}

customElements.define('calculation-section', CalculationSection);
