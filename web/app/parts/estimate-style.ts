import { css } from 'lit';

export const detailsStyle = css`
  summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 24px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    transition: transform var(--gramme-motion);
  }
  details[open] summary svg {
    transform: rotate(180deg);
  }
  details[open] summary {
    margin-block-end: var(--gramme-space-2);
    padding-block-end: var(--gramme-space-2);
    border-block-end: var(--gramme-hairline);
  }
`;

export const estimateStyle = css`
  ${detailsStyle}
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-3);
  }
  .card {
    min-inline-size: 0;
    padding: var(--gramme-space-4);
  }
  .heading {
    font-size: var(--gramme-size-body);
    font-weight: var(--gramme-weight-strong);
    margin-block-end: var(--gramme-space-1);
  }
  dl {
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    row-gap: var(--gramme-space-2);
  }
  .likeness {
    margin-block-start: var(--gramme-space-3);
    padding-block-start: var(--gramme-space-2);
    border-block-start: var(--gramme-hairline);
  }
  .likeness span {
    display: block;
  }
  .list li {
    padding-block: 2px;
    padding-inline-start: var(--gramme-space-3);
    text-indent: calc(-1 * var(--gramme-space-3));
    overflow-wrap: anywhere;
  }
  .list li::before {
    content: '·';
    display: inline-block;
    inline-size: var(--gramme-space-3);
    text-indent: 0;
    color: var(--gramme-muted);
  }
`;
