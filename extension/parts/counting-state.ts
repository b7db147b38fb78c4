import { css, html, LitElement } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import { warningSign } from '../../web/parts/signs.ts';
import { siteFacts } from '../shared/site-facts.ts';
import { text } from '../shared/text.ts';
import type { Health } from '../sites/records.ts';

/** What is counted in front, or why nothing is. */
export function healthSentence(health: Health | null, hasConsent: boolean): string {
  if (!hasConsent) return text('not_counting_consent');
  if (health === null) return text('counting_none');
  const host = siteFacts[health.site].host;
  if (health.state === 'blind') return text('notCounting');
  if (health.state === 'watching') return text('counting_on', host);
  return health.reason === 'not_a_chat'
    ? text('counting_no_chat', host)
    : text('counting_ready', host);
}

/** Whether the page in front is counted: filled dot, open dot, or a warning sign with words. */
export class CountingState extends LitElement {
  static override properties = {
    health: { attribute: false },
    hasConsent: { attribute: false },
  };

  static override styles = [
    baseStyle,
    css`
      p {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: var(--gramme-size-small);
        line-height: 16px;
        color: var(--gramme-muted);
      }
      .blind {
        align-items: flex-start;
        color: var(--gramme-ochre);
      }
      i {
        flex: none;
        inline-size: 8px;
        block-size: 8px;
        border: 1.5px solid var(--gramme-muted);
        border-radius: 50%;
      }
      .watching i {
        background: var(--gramme-green);
        border-color: var(--gramme-green);
      }
      svg {
        flex: none;
      }
    `,
  ];

  declare health: Health | null;
  declare hasConsent: boolean;

  constructor() {
    super();
    this.health = null;
    this.hasConsent = true;
  }

  override render() {
    const state = this.hasConsent ? (this.health?.state ?? 'none') : 'blind';
    const sign = state === 'blind' ? warningSign : html`<i aria-hidden="true"></i>`;
    return html`<p role="status" class=${state}>${sign}<span>${healthSentence(this.health, this.hasConsent)}</span></p>`;
  }
}

customElements.define('counting-state', CountingState);
