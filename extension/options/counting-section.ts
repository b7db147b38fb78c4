import { css, html, nothing } from 'lit';
import { siteFacts } from '../shared/site-facts.ts';
import { language, text } from '../shared/text.ts';
import type { SiteId } from '../sites/records.ts';
import { allowedSites, allowSite, stopSite } from './permission.ts';
import { SettingSection } from './setting-section.ts';

/** Whether anything is counted, and where. */
export class CountingSection extends SettingSection {
  static override properties = { allowed: { state: true }, isRefused: { state: true } };

  static override styles = [
    ...SettingSection.styles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gramme-space-1) var(--gramme-space-3);
        align-items: center;
        justify-content: space-between;
        min-block-size: 40px;
      }
      li + li {
        border-block-start: var(--gramme-hairline);
      }
    `,
  ];

  declare allowed: SiteId[];
  declare isRefused: boolean;

  constructor() {
    super();
    this.allowed = [];
    this.isRefused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    const sites = Object.keys(siteFacts) as SiteId[];
    return html`<section class="card">
      <h2>${text('counting_title')}</h2>
      <p>${this.consent()}</p>
      <p><a href="welcome.html">${text('counting_decide')}</a></p>
      <h3>${text('sites_title')}</h3>
      <ul>${sites.map((site) => this.site(site))}</ul>
      <p class="small muted">${text('sites_note')}</p>
      ${this.isRefused ? html`<p class="error" role="alert">${text('sites_refused')}</p>` : nothing}
    </section>`;
  }

  private consent(): string {
    const { consentedAt } = this.settings;
    if (consentedAt === null) return text('counting_not_agreed');
    const date = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(consentedAt);
    return text('counting_agreed', date);
  }

  private site(site: SiteId) {
    const { name, host, isOptional } = siteFacts[site];
    const isAllowed = this.allowed.includes(site);
    const state = isAllowed ? text('site_allowed') : text('site_not_allowed');
    return html`<li>
      <span>
        <strong>${name}</strong>
        <span class="small muted">${host} · ${isOptional ? state : text('site_always')}</span>
      </span>
      ${
        isOptional
          ? html`<button type="button" @click=${() => this.toggle(site, isAllowed)}>
            ${text(isAllowed ? 'site_stop' : 'site_allow', name)}
          </button>`
          : nothing
      }
    </li>`;
  }

  private async toggle(site: SiteId, isAllowed: boolean): Promise<void> {
    this.isRefused = false;
    if (isAllowed) await stopSite(site);
    else this.isRefused = !(await allowSite(site));
    await this.read();
  }

  private async read(): Promise<void> {
    this.allowed = await allowedSites();
  }
}

customElements.define('counting-section', CountingSection);
