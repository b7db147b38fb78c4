import { html } from 'lit';
import { checkRow, selectRow } from '../../web/parts/fields.ts';
import type { Settings } from '../shared/settings.ts';
import { type TextKey, text } from '../shared/text.ts';
import { SettingSection } from './setting-section.ts';

/** A setting of a few fixed values, each of which has its word. */
interface Choice {
  setting: 'language' | 'theme' | 'badgeUnit' | 'distances' | 'weekStart';
  label: TextKey;
  values: Record<string, TextKey>;
}

const CHOICES: Choice[] = [
  {
    setting: 'language',
    label: 'language_label',
    values: { auto: 'language_auto', en: 'language_en', fr: 'language_fr' },
  },
  {
    setting: 'theme',
    label: 'theme_label',
    values: { auto: 'theme_auto', light: 'theme_light', dark: 'theme_dark' },
  },
  {
    setting: 'badgeUnit',
    label: 'badge_label',
    values: {
      gramsCo2e: 'unit_gramsCo2e',
      wattHours: 'unit_wattHours',
      tokens: 'unit_tokens',
    },
  },
  {
    setting: 'weekStart',
    label: 'week_label',
    values: {
      auto: 'week_auto',
      monday: 'week_monday',
      saturday: 'week_saturday',
      sunday: 'week_sunday',
    },
  },
  {
    setting: 'distances',
    label: 'distances_label',
    values: { metric: 'distances_metric', imperial: 'distances_imperial' },
  },
];

/** Language, theme, units. */
export class DisplaySection extends SettingSection {
  override render() {
    return html`<section class="card">
      <h2>${text('display_title')}</h2>
      ${CHOICES.map((choice) => this.choice(choice))}
      ${checkRow({
        id: 'equivalences',
        label: text('equivalences_label'),
        isChecked: this.settings.hasEquivalences,
        onChange: (hasEquivalences) => this.change({ hasEquivalences }),
      })}
    </section>`;
  }

  private choice({ setting, label, values }: Choice) {
    return selectRow({
      id: setting,
      label: text(label),
      value: this.settings[setting],
      options: Object.entries(values).map(([value, key]) => ({ value, name: text(key) })),
      onChange: (value) => this.change({ [setting]: value } as Partial<Settings>),
    });
  }
}

customElements.define('display-section', DisplaySection);
