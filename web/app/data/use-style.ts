import { css } from 'lit';

export const useStyle = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-4);
  }
  .spans {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gramme-space-4);
  }
  .spans .row {
    grid-template-columns: auto minmax(112px, 1fr);
    gap: var(--gramme-space-2);
    padding-block: 0;
    border: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--gramme-space-2) var(--gramme-space-4);
  }
  .list li {
    padding-block: 2px;
    padding-inline-start: var(--gramme-space-3);
    overflow-wrap: anywhere;
  }
  .list li::before {
    content: '·';
    display: inline-block;
    inline-size: var(--gramme-space-3);
    margin-inline-start: calc(-1 * var(--gramme-space-3));
    color: var(--gramme-muted);
  }
  section h2:not(.small) {
    margin-block-end: var(--gramme-space-2);
  }
  h3 {
    margin-block: var(--gramme-space-3) var(--gramme-space-1);
    font-size: var(--gramme-size-body);
  }
  .wide {
    overflow-x: auto;
  }
  .wide + .wide,
  file-list + p {
    margin-block-start: var(--gramme-space-4);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :host {
      display: block;
    }
    .card,
    figure-card,
    measured-view {
      display: block;
      margin-block-end: var(--gramme-space-4);
      break-inside: avoid;
    }
    h1 {
      margin-block-end: var(--gramme-space-4);
    }
    .screen {
      display: none;
    }
  }
`;
