import { css } from 'lit';

export const tabsStyle = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  [role='tablist'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--gramme-space-2);
    padding: 0 var(--gramme-space-3) var(--gramme-space-3);
  }
  [role='tab'] {
    display: grid;
    gap: 2px;
    padding: var(--gramme-space-2);
    text-align: start;
    color: var(--gramme-muted);
    background: none;
    border: var(--gramme-hairline);
    border-radius: var(--gramme-radius);
  }
  [role='tab']:focus-visible {
    border-radius: var(--gramme-radius);
  }
  [role='tab'][aria-selected='true'] {
    color: var(--gramme-ink);
    background: var(--gramme-card);
    border-color: var(--gramme-green);
    box-shadow: inset 0 0 0 1px var(--gramme-green);
  }
  .name {
    font-size: var(--gramme-size-small);
    line-height: 16px;
  }
  .figure {
    font-weight: var(--gramme-weight-strong);
    color: var(--gramme-ink);
    line-height: 20px;
    white-space: nowrap;
  }
  range-mark {
    pointer-events: none;
  }
  [role='tabpanel'] {
    flex: 1;
    min-block-size: 0;
    padding: 0 var(--gramme-space-3) var(--gramme-space-3);
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--gramme-line) transparent;
  }
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
`;
