import { html, LitElement } from 'lit';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { text } from './words.ts';

export class MethodsPage extends LitElement {
  static override styles = [baseStyle, cardStyle];

  override render() {
    return html`<h1>${text('methods_lead')}</h1>`;
  }
}

customElements.define('methods-page', MethodsPage);
