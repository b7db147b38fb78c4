import { css, html, LitElement, nothing } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { changeSettings } from '../parts/settings-store.ts';
import { defaultSettings, type Settings } from '../shared/settings.ts';
import { text } from '../shared/text.ts';

type Unit = Settings['badgeUnit'];
const UNITS: [Unit, string][] = [
  ['gramsCo2e', 'CO₂e'],
  ['wattHours', 'Wh'],
  ['tokens', 'Tokens'],
];

/** Chooses what the badge on the toolbar shows. */
export class BadgeUnit extends LitElement {
  static override properties = {
    settings: { attribute: false },
    hasFailed: { state: true },
  };

  static override styles = [
    baseStyle,
    css`
      fieldset {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 0;
        padding: 0;
        border: 0;
        font-size: var(--gramme-size-small);
      }
      legend {
        float: inline-start;
        padding: 0;
        color: var(--gramme-muted);
      }
      .units {
        display: flex;
        border: var(--gramme-hairline);
        border-radius: var(--gramme-radius);
        background: var(--gramme-card);
      }
      label {
        position: relative;
        min-inline-size: 56px;
        padding: 3px var(--gramme-space-3);
        text-align: center;
        color: var(--gramme-muted);
        border: 1px solid transparent;
        border-radius: 7px;
        margin: -1px;
        cursor: pointer;
      }
      label:has(:checked) {
        color: var(--gramme-ink);
        font-weight: var(--gramme-weight-strong);
        border-color: var(--gramme-green);
      }
      label:has(:focus-visible) {
        outline: var(--gramme-focus);
        outline-offset: 1px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .failure {
        color: var(--gramme-brick);
      }
    `,
  ];

  declare settings: Settings;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.settings = defaultSettings;
    this.hasFailed = false;
  }

  override render() {
    return html`<fieldset>
        <legend>${text('badge_unit')}</legend>
        <div class="units">${UNITS.map(([unit, label]) => this.choice(unit, label))}</div>
      </fieldset>
      ${
        this.hasFailed
          ? html`<p class="small failure" role="alert">${text('not_saved')}</p>`
          : nothing
      }`;
  }

  private choice(unit: Unit, label: string) {
    return html`<label>
      <input
        type="radio"
        name="unit"
        value=${unit}
        .checked=${this.settings.badgeUnit === unit}
        @change=${() => this.choose(unit)}
      />
      ${label}
    </label>`;
  }

  private async choose(badgeUnit: Unit): Promise<void> {
    const before = this.settings;
    this.settings = { ...before, badgeUnit };
    try {
      this.settings = await changeSettings({ badgeUnit });
      this.hasFailed = false;
    } catch {
      this.settings = before;
      this.hasFailed = true;
    }
  }
}

customElements.define('badge-unit', BadgeUnit);
