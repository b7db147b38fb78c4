import { html, nothing } from 'lit';
import { selectRow } from '../../web/parts/fields.ts';
import { regionGroups } from '../../web/parts/region-options.ts';
import type { Choices } from '../shared/answers.ts';
import { text } from '../shared/text.ts';
import '../../web/parts/own-figure.ts';
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
      ${this.ownFigures()} ${this.method()}
    </section>`;
  }

  private ownFigures() {
    const { carbonIntensityGramsCo2ePerKilowattHour: intensity, pue } = this.settings;
    return html`<own-figure
        label=${text('intensity_label')}
        hint=${text('intensity_hint')}
        wrong=${text('intensity_wrong')}
        .value=${intensity}
        .limits=${[0.001, 2000]}
        @chosen=${({ detail }: CustomEvent<number | null>) =>
          this.change({ carbonIntensityGramsCo2ePerKilowattHour: detail })}
      ></own-figure>
      <own-figure
        label=${text('pue_label')}
        hint=${text('pue_hint')}
        wrong=${text('pue_wrong')}
        .value=${pue}
        .limits=${[1, 3]}
        @chosen=${({ detail }: CustomEvent<number | null>) => this.change({ pue: detail })}
      ></own-figure>`;
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
