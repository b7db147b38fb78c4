import { html, nothing } from 'lit';
import { checkRow } from '../../web/parts/fields.ts';
import { siteFacts } from '../shared/site-facts.ts';
import { text } from '../shared/text.ts';
import type { SiteId } from '../sites/records.ts';
import { SettingSection } from './setting-section.ts';

/** The counter on the page: everywhere, on each site, how it looks. */
export class CounterSection extends SettingSection {
  override render() {
    const { settings } = this;
    return html`<section class="card">
      <h2>${text('counter_title_options')}</h2>
      <p class="small muted">${text('counter_options_note')}</p>
      ${checkRow({
        id: 'counter',
        label: text('counter_label'),
        isChecked: settings.isCounterShown,
        onChange: (isCounterShown) => this.change({ isCounterShown }),
      })}
      ${settings.isCounterShown ? this.details() : nothing}
      ${checkRow({
        id: 'reminder',
        label: text('reminder_label'),
        hint: text('reminder_hint'),
        isChecked: settings.hasBudgetReminder,
        onChange: (hasBudgetReminder) => this.change({ hasBudgetReminder }),
      })}
    </section>`;
  }

  private details() {
    const { settings } = this;
    const sites = Object.entries(siteFacts) as [SiteId, { name: string }][];
    return html`${sites.map(([site, { name }]) => this.onSite(site, name))}
      ${checkRow({
        id: 'folded',
        label: text('counter_folded'),
        isChecked: settings.isCounterCollapsed,
        onChange: (isCounterCollapsed) => this.change({ isCounterCollapsed }),
      })}
      <div class="actions">
        <button
          type="button"
          ?disabled=${settings.counterPlace === null}
          @click=${() => this.change({ counterPlace: null })}
        >
          ${text('counter_place_reset')}
        </button>
      </div>`;
  }

  private onSite(site: SiteId, name: string) {
    const { counterHiddenOn } = this.settings;
    const others = counterHiddenOn.filter((other) => other !== site);
    return checkRow({
      id: `counter-${site}`,
      label: text('counter_on_site', name),
      isChecked: !counterHiddenOn.includes(site),
      onChange: (isShown) => this.change({ counterHiddenOn: isShown ? others : [...others, site] }),
    });
  }
}

customElements.define('counter-section', CounterSection);
