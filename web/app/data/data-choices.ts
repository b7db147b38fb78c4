import { css, html, LitElement, nothing } from 'lit';
import type { AnalyseOptions } from '../../core/analysis-contracts.ts';
import { ownTimeZone } from '../../core/zone-clock.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle, type Select, selectRow } from '../../parts/fields.ts';
import type { Facts } from '../engine/core-api.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import {
  anyMethod,
  anyPlace,
  methodOf,
  methodOptions,
  modelGroups,
  placeGroups,
} from '../parts/choices.ts';
import { text } from './words.ts';

/** How files are weighed; empty: as usual. */
export interface DataChoice {
  region: string;
  method: string;
  /** Of analytics, which name none. */
  model: string;
  zone: string;
}

export const usualChoice: DataChoice = { region: '', method: '', model: '', zone: '' };

/** What the core is asked for. */
export function optionsOf({ region, method, model, zone }: DataChoice): AnalyseOptions {
  return {
    choice: { ...(region === '' ? {} : { region }), ...methodOf(method) },
    ...(model === '' ? {} : { model }),
    ...(zone === '' ? {} : { zone }),
  };
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ');

/** Region, method, time zone; for analytics a model. Fires `choice`. */
export class DataChoices extends LitElement {
  static override properties = {
    known: { attribute: false },
    choice: { attribute: false },
    hasAnalytics: { type: Boolean },
    hasStored: { type: Boolean },
  };
  static override styles = [
    baseStyle,
    cardStyle,
    fieldStyle,
    appPageStyle,
    css`
      @media (min-width: 481px) {
        .row {
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        }
      }
    `,
  ];

  declare known: Facts | null;
  declare choice: DataChoice;
  declare hasAnalytics: boolean;
  /** Days of the extension are among what was read: they stay as they are. */
  declare hasStored: boolean;

  constructor() {
    super();
    this.known = null;
    this.choice = usualChoice;
    this.hasAnalytics = false;
    this.hasStored = false;
  }

  override render() {
    const { known } = this;
    const places = known === null ? [] : placeGroups(known);
    const methods = known === null ? [] : methodOptions(known);
    const models = known === null ? [] : modelGroups(known);
    const usual = { value: '', name: text('model_usual') };
    return html`<section class="card">
      <h2>${text('choices_title')}</h2>
      ${this.select('region', text('region_label'), [anyPlace(), ...places])}
      ${this.select('method', text('method_label'), [anyMethod(), ...methods])}
      ${this.hasAnalytics ? this.select('model', text('model_label'), [usual, ...models]) : nothing}
      ${this.select('zone', text('zone_label'), this.zones())}
      ${this.hasStored ? html`<p class="small muted">${text('stored_note')}</p>` : nothing}
    </section>`;
  }

  /** What the user chose and took back is shown as it is, whatever the field last had. */
  override updated(): void {
    for (const select of this.renderRoot.querySelectorAll('select')) {
      select.value = this.choice[select.id as keyof DataChoice];
    }
  }

  private select(id: keyof DataChoice, label: string, options: Select['options']) {
    const onChange = (value: string) => {
      const detail: DataChoice = { ...this.choice, [id]: value };
      this.dispatchEvent(new CustomEvent('choice', { detail }));
    };
    return selectRow({ id, label, value: this.choice[id], options, onChange });
  }

  private zones(): Select['options'] {
    const own = ownTimeZone();
    return [
      { value: '', name: text('zone_own', zoneName(own)) },
      { value: 'UTC', name: 'UTC' },
      ...Intl.supportedValuesOf('timeZone')
        .filter((zone) => zone !== own && zone !== 'UTC')
        .map((zone) => ({ value: zone, name: zoneName(zone) })),
    ];
  }
}

customElements.define('data-choices', DataChoices);
