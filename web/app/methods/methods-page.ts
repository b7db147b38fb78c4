import { html, LitElement } from 'lit';
import coverage from '../../../docs/accuracy-coverage.svg?url';
import families from '../../../docs/accuracy-families.svg?url';
import published from '../../../docs/accuracy-published.svg?url';
import scatter from '../../../docs/accuracy-scatter.svg?url';
import { type Failure, failureOf } from '../../core/failure.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import type { Facts } from '../engine/core-api.ts';
import { facts } from '../engine/facts.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import { text as shellText } from '../shell/words.ts';
import { accuracy } from './accuracy.ts';
import './method-card.ts';
import { methodsStyle } from './methods-style.ts';
import './published-table.ts';
import { text } from './words.ts';

const PICTURES = [
  { name: 'scatter', address: scatter },
  { name: 'coverage', address: coverage },
  { name: 'families', address: families },
  { name: 'published', address: published },
] as const;

/** How figures come about: each method, how near it comes, and what others published. */
export class MethodsPage extends LitElement {
  static override properties = { known: { state: true }, failure: { state: true } };
  static override styles = [baseStyle, cardStyle, appPageStyle, methodsStyle];

  declare known: Facts | null;
  declare failure: Failure | null;

  constructor() {
    super();
    this.known = null;
    this.failure = null;
    void this.start();
  }

  override render() {
    return html`<h1>${text('methods_title')}</h1>
      <p class="lead">${text('methods_lead')}</p>
      <div class="stack" aria-busy=${this.known === null && this.failure === null}>
        ${this.methods()}
        <section class="card">
          <h2>${text('published')}</h2>
          <p class="muted">${this.agreement()}</p>
          <published-table></published-table>
        </section>
        <section class="card">
          <h2>${text('pictures')}</h2>
          <p class="muted">${text('pictures_lead')}</p>
          ${PICTURES.map(
            ({
              name,
              address,
            }) => html`<figure role="region" tabindex="0" aria-label=${text(`picture_${name}`)}>
              <img src=${address} alt=${text(`picture_${name}`)} loading="lazy" width="830" height="575" />
            </figure>`,
          )}
        </section>
      </div>`;
  }

  private methods() {
    const { known, failure } = this;
    if (failure !== null)
      return html`<p class="card error" role="alert">${failureText(failure)}</p>`;
    if (known === null) return html`<p class="muted">${shellText('page_loading')}</p>`;
    return html`<h2 class="muted">${shellText('catalogue', known.version.methodology)}</h2>
      ${known.methods.map((method) => html`<method-card .method=${method}></method-card>`)}`;
  }

  private agreement(): string {
    const within = accuracy.published.filter(({ isInRange }) => isInRange).length;
    return text('agreement', String(within), String(accuracy.published.length));
  }

  private async start(): Promise<void> {
    try {
      this.known = await facts();
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

customElements.define('methods-page', MethodsPage);
