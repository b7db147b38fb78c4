import { css, html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../web/parts/base-style.ts';
import '../parts/page-head.ts';
import { buttonStyle, pageStyle } from '../../web/parts/page-style.ts';
import { tableStyle } from '../../web/parts/table-style.ts';
import { type TextKey, text } from '../shared/text.ts';

const KEPT: [what: TextKey, until: TextKey][] = [
  ['privacy_totals', 'privacy_until_erased'],
  ['privacy_recent', 'privacy_until_pushed'],
  ['privacy_conversations', 'privacy_until_pushed'],
  ['privacy_settings', 'privacy_until_erased'],
  ['privacy_session', 'privacy_until_closed'],
];

const PERMISSIONS: TextKey[] = [
  'privacy_sites',
  'privacy_storage',
  'privacy_alarms',
  'privacy_scripting',
  'privacy_notifications',
];

/** The same facts as docs/privacy.md, for people who use the extension. */
export class PrivacyPage extends LitElement {
  static override styles = [
    baseStyle,
    cardStyle,
    pageStyle,
    buttonStyle,
    tableStyle,
    css`
      main ul {
        padding-inline-start: 20px;
        list-style: disc;
      }
    `,
  ];

  override render() {
    return html`<page-head page="privacy"></page-head>
      <main>
        <h1>${text('privacy_title')}</h1>
        <p>${text('privacy_lead')}</p>
        ${this.section('welcome_read_title', ['welcome_read_text', 'welcome_read_use'])}
        ${this.kept()}
        ${this.section('welcome_never_title', ['privacy_never_text'])}
        ${this.section('welcome_network_title', ['welcome_network_text'])}
        ${this.section('privacy_page_title', ['privacy_page_text'])}
        <section>
          <h2>${text('privacy_permissions_title')}</h2>
          <ul>
            ${PERMISSIONS.map((key) => html`<li>${text(key)}</li>`)}
          </ul>
        </section>
        ${this.section('privacy_purpose_title', ['privacy_limited'])}
        <section>
          <h2>${text('privacy_choice_title')}</h2>
          <p>${text('privacy_choice_text')}</p>
          <p>
            <a href="welcome.html">${text('page_welcome')}</a> ·
            <a href="options.html">${text('page_options')}</a>
          </p>
        </section>
      </main>`;
  }

  private section(title: TextKey, sentences: TextKey[]) {
    return html`<section>
      <h2>${text(title)}</h2>
      ${sentences.map((sentence) => html`<p>${text(sentence)}</p>`)}
    </section>`;
  }

  private kept() {
    return html`<section class="card">
      <h2 id="kept">${text('welcome_kept_title')}</h2>
      <table aria-labelledby="kept">
        <thead>
          <tr>
            <th scope="col">${text('privacy_kept_head')}</th>
            <th scope="col">${text('privacy_until_head')}</th>
          </tr>
        </thead>
        <tbody>
          ${KEPT.map(
            ([what, until]) => html`<tr>
              <td>${text(what)}</td>
              <td>${text(until)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }
}

customElements.define('privacy-page', PrivacyPage);
