import { css, LitElement, type PropertyDeclarations } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import { fieldStyle } from '../../web/parts/fields.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import { defaultSettings, type Settings } from '../shared/settings.ts';

/** The page's own space stays outside. */
const sectionStyle = css`
  :host {
    max-inline-size: none;
    margin: 0;
    padding: 0;
  }
  h3 {
    margin-block: var(--gramme-space-4) var(--gramme-space-1);
  }
`;

/** A card of the options: shows settings, and asks the page to change them. */
export class SettingSection extends LitElement {
  static override properties: PropertyDeclarations = { settings: { attribute: false } };

  static override styles = [baseStyle, cardStyle, pageStyle, buttonStyle, fieldStyle, sectionStyle];

  declare settings: Settings;

  constructor() {
    super();
    this.settings = defaultSettings;
  }

  protected change(detail: Partial<Settings>): void {
    this.dispatchEvent(new CustomEvent('change-settings', { detail, bubbles: true }));
  }
}
