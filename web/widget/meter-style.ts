import { css, unsafeCSS } from 'lit';
import { baseStyle, cardStyle } from '../parts/base-style.ts';

/** The look of the whole project, put in when the widget is bundled (web/look/tokens.css). */
declare const LOOK_TOKENS: string;

const widgetStyle = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    text-align: start;
    vertical-align: middle;
  }
  :host([form='meter']),
  :host([form='card']) {
    display: block;
    inline-size: 360px;
  }
  :host([hidden]) {
    display: none;
  }
  .badge {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 var(--gramme-space-2);
    align-items: center;
    min-block-size: 32px;
    padding: var(--gramme-space-1) var(--gramme-space-2);
    background: var(--gramme-card);
    border: var(--gramme-hairline);
    border-radius: var(--gramme-radius);
  }
  .badge strong {
    min-inline-size: 84px;
  }
  .badge .spread {
    min-inline-size: 92px;
  }
  .sign {
    display: inline-flex;
    color: var(--gramme-green);
  }
  .failure {
    display: flex;
    gap: var(--gramme-space-2);
    max-inline-size: 360px;
    overflow-wrap: anywhere;
  }
  .failure svg {
    flex: none;
    color: var(--gramme-brick);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .empty.meter {
    min-block-size: 174px;
  }
  .empty.card.full {
    min-block-size: 200px;
  }
`;

export const meterStyle = [unsafeCSS(LOOK_TOKENS), baseStyle, cardStyle, widgetStyle];
