import { html, LitElement, nothing } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import '../parts/page-head.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import { changeSettings } from '../parts/settings-store.ts';
import { ask } from '../shared/ask.ts';
import { language, type TextKey, text } from '../shared/text.ts';

const STATEMENTS: [title: TextKey, sentences: TextKey[]][] = [
  ['welcome_read_title', ['welcome_read_text', 'welcome_read_use']],
  ['welcome_kept_title', ['welcome_kept_text']],
  ['welcome_never_title', ['welcome_never_text']],
  ['welcome_network_title', ['welcome_network_text']],
  ['welcome_page_title', ['welcome_page_text']],
];

/** Says plainly what is read and kept, and asks before anything is. */
export class WelcomePage extends LitElement {
  static override properties = {
    consentedAt: { state: true },
    hasFailed: { state: true },
  };

  static override styles = [baseStyle, cardStyle, pageStyle, buttonStyle];

  /** Undefined until it is known. */
  declare consentedAt: number | null | undefined;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.hasFailed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    return html`<page-head></page-head>
      <main>
        <h1>${text('welcome_title')}</h1>
        <p>${text('welcome_lead')}</p>
        ${STATEMENTS.map(
          ([title, sentences]) => html`<section>
            <h2>${text(title)}</h2>
            ${sentences.map((sentence) => html`<p>${text(sentence)}</p>`)}
          </section>`,
        )}
        <section class="card" aria-live="polite">
          ${this.decision()}
          ${this.hasFailed ? html`<p class="error" role="alert">${text('not_saved')}</p>` : nothing}
        </section>
        <p><a href="privacy.html">${text('welcome_more')}</a></p>
      </main>`;
  }

  private decision() {
    const { consentedAt } = this;
    if (typeof consentedAt !== 'number') {
      return html`<p>${text('welcome_later')}</p>
        <div class="actions">
          <button type="button" class="main" @click=${() => this.decide(Date.now())}>
            ${text('welcome_agree')}
          </button>
        </div>`;
    }
    const date = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(consentedAt);
    return html`<h2>${text('welcome_agreed', date)}</h2>
      <p>${text('welcome_reload')}</p>
      <p class="small muted">${text('welcome_withdraw_note')}</p>
      <div class="actions">
        <a href="options.html">${text('welcome_choose')}</a>
        <button type="button" @click=${() => this.decide(null)}>${text('welcome_withdraw')}</button>
      </div>`;
  }

  private async decide(consentedAt: number | null): Promise<void> {
    try {
      this.consentedAt = (await changeSettings({ consentedAt })).consentedAt;
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
    }
  }

  private async read(): Promise<void> {
    const settings = await ask({ type: 'settings/read' }).catch(() => null);
    this.consentedAt = settings?.consentedAt ?? null;
  }
}

customElements.define('welcome-page', WelcomePage);
