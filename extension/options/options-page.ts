import { css, html, LitElement } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import '../parts/page-head.ts';
import { pageStyle } from '../../web/parts/page-style.ts';
import { changeSettings } from '../parts/settings-store.ts';
import { follow } from '../parts/start-page.ts';
import type { Choices } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import type { Settings } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import './budgets-section.ts';
import './calculation-section.ts';
import './counter-section.ts';
import './counting-section.ts';
import './data-section.ts';
import './display-section.ts';

/** How long "Saved" stays. */
const SAVED_MS = 4000;

type State =
  | { name: 'loading' }
  | { name: 'ready'; settings: Settings; choices: Choices }
  | { name: 'failed' };

/** All options; each is saved as soon as it is changed. */
export class OptionsPage extends LitElement {
  static override properties = { state: { state: true }, word: { state: true } };

  static override styles = [
    baseStyle,
    pageStyle,
    css`
      .word {
        position: fixed;
        inset: auto 0 0;
        padding: var(--gramme-space-2);
        text-align: center;
        background: var(--gramme-card);
        border-block-start: var(--gramme-hairline);
      }
      .word:empty {
        display: none;
      }
    `,
  ];

  declare state: State;
  /** What became of the last change. */
  declare word: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = { name: 'loading' };
    this.word = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  override render() {
    return html`<page-head page="options"></page-head>
      <main aria-busy=${this.state.name === 'loading'} @change-settings=${this.onChange}>
        <h1>${text('options_title')}</h1>
        ${this.content()}
      </main>
      <p class="word" role="status">${this.word}</p>`;
  }

  private content() {
    const { state } = this;
    if (state.name === 'loading') return html`<p class="muted">${text('loading')}</p>`;
    if (state.name === 'failed') {
      return html`<p class="error" role="alert">${text('options_failed')}</p>`;
    }
    const { settings, choices } = state;
    return html`<counting-section .settings=${settings}></counting-section>
      <display-section .settings=${settings}></display-section>
      <counter-section .settings=${settings}></counter-section>
      <budgets-section .settings=${settings} .models=${choices.models}></budgets-section>
      <calculation-section .settings=${settings} .choices=${choices}></calculation-section>
      <data-section @erased=${this.read}></data-section>`;
  }

  private readonly onChange = async ({ detail }: CustomEvent<Partial<Settings>>): Promise<void> => {
    const { state } = this;
    if (state.name !== 'ready') return;
    clearTimeout(this.timer);
    const before = state.settings;
    this.state = { ...state, settings: { ...before, ...detail } };
    try {
      const settings = await changeSettings(detail);
      this.state = { ...state, settings };
      this.word = text('saved');
      this.timer = setTimeout(() => {
        this.word = '';
      }, SAVED_MS);
      await follow(settings);
    } catch {
      this.state = { ...state, settings: before };
      this.word = text('not_saved');
    }
  };

  private async read(): Promise<void> {
    try {
      const settings = await ask({ type: 'settings/read' });
      this.state = { name: 'ready', settings, choices: await ask({ type: 'choices/read' }) };
    } catch {
      this.state = { name: 'failed' };
    }
  }
}

customElements.define('options-page', OptionsPage);
