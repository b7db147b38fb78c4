import { css } from 'lit';

export const decisionStyle = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-4);
  }
  .scroll {
    position: relative;
    margin-block-start: var(--gramme-space-2);
    overflow-x: auto;
  }
  .scroll table {
    min-inline-size: 820px;
  }
  .below {
    display: block;
  }
  .track {
    display: block;
    inline-size: 72px;
    block-size: 4px;
    margin-block-start: 4px;
    background: var(--gramme-line);
    border-radius: 2px;
  }
  .track i {
    display: block;
    block-size: 100%;
    background: var(--gramme-green);
    border-radius: 2px;
  }
  .advice {
    max-inline-size: 300px;
  }
  li {
    padding-block: 2px;
    overflow-wrap: anywhere;
  }
`;
