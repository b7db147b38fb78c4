import { html, LitElement, nothing } from 'lit';
import { failureOf } from '../../core/failure.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { scaleIcon } from '../../parts/signs.ts';
import { addressOf, readAddress } from './address.ts';
import { type Appearance, appearance, changeAppearance, loadWords } from './appearance.ts';
import { ROUTES, type Route } from './routes.ts';
import { shellStyle } from './shell-style.ts';
import { text } from './words.ts';

type State = { name: 'loading' } | { name: 'failed'; cause: string } | { name: 'ready' };

/** Head, the page that is open, and foot. */
export class AppShell extends LitElement {
  static override properties = { route: { state: true }, state: { state: true } };
  static override styles = [baseStyle, buttonStyle, shellStyle];

  declare route: Route;
  declare state: State;
  private page: HTMLElement | null = null;

  constructor() {
    super();
    this.route = readAddress().route;
    this.state = { name: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.follow);
    void this.open(this.route);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.follow);
  }

  override render() {
    return html`<a class="skip" href="#main" @click=${this.skip}>${text('skip')}</a>
      <header>
        <a class="brand" href=${addressOf('calculator')}>${scaleIcon}<strong>Gramme</strong></a>
        <nav aria-label=${text('pages')}>${ROUTES.map((route) => this.link(route))}</nav>
        <div class="appearance">${this.languages()} ${this.themes()}</div>
      </header>
      <main id="main" tabindex="-1" aria-busy=${this.state.name === 'loading'}>${this.content()}</main>
      <footer class="small muted">
        <p>${text('here')}</p>
      </footer>`;
  }

  private content() {
    const { state } = this;
    if (state.name === 'loading') return html`<p class="muted">${text('page_loading')}</p>`;
    if (state.name === 'ready') return this.page ?? nothing;
    return html`<p class="error" role="alert">${text('page_failed', state.cause)}</p>
      <button type="button" @click=${() => void this.open(this.route)}>${text('try_again')}</button>`;
  }

  private link({ id }: Route) {
    const isHere = id === this.route.id;
    return html`<a href=${addressOf(id)} aria-current=${isHere ? 'page' : nothing}
      >${text(`page_${id}`)}</a
    >`;
  }

  private languages() {
    const { language } = appearance();
    return this.select('language', language, [
      ['auto', text('auto_language')],
      ['en', text('language_en')],
      ['fr', text('language_fr')],
    ]);
  }

  private themes() {
    const { theme } = appearance();
    return this.select('theme', theme, [
      ['auto', text('auto_theme')],
      ['light', text('theme_light')],
      ['dark', text('theme_dark')],
    ]);
  }

  private select(name: keyof Appearance, value: string, options: [id: string, name: string][]) {
    return html`<select aria-label=${text(`${name}_label`)} @change=${(event: Event) =>
      void this.change({ [name]: (event.target as HTMLSelectElement).value })}>
      ${options.map(([id, shown]) => html`<option value=${id} ?selected=${id === value}>${shown}</option>`)}
    </select>`;
  }

  private async change(change: Partial<Appearance>): Promise<void> {
    await changeAppearance(change);
    if (change.language !== undefined) await this.open(this.route);
    this.requestUpdate();
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  private readonly follow = async (): Promise<void> => {
    const { route } = readAddress();
    if (route === this.route) return this.tellParams();
    await this.open(route);
    scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  /** The page that is open follows a link to another state of itself. */
  private tellParams(): void {
    this.page?.dispatchEvent(new Event('params'));
  }

  private async open(route: Route): Promise<void> {
    this.route = route;
    try {
      await Promise.all([loadWords(route), route.load()]);
      if (this.route !== route) return;
      document.title = text('app_title', text(`page_${route.id}`));
      this.page = document.createElement(route.element);
      this.state = { name: 'ready' };
      this.requestUpdate();
    } catch (error) {
      this.state = { name: 'failed', cause: failureOf(error).message };
    }
  }
}

customElements.define('app-shell', AppShell);
