import { css } from 'lit';

export const figureStyle = css`
  .hero {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 6px;
    margin-block: 2px var(--gramme-space-1);
  }
  .figure {
    font-size: var(--gramme-size-figure);
    font-weight: var(--gramme-weight-strong);
    line-height: 40px;
  }
  .unit {
    font-size: var(--gramme-size-lead);
  }
  .bounds {
    margin-inline-start: 2px;
    color: var(--gramme-muted);
  }
  h2 {
    font-weight: var(--gramme-weight-regular);
  }
  h2::first-letter {
    text-transform: uppercase;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    column-gap: var(--gramme-space-2);
    margin-block-start: var(--gramme-space-3);
    padding-block-start: var(--gramme-space-2);
    border-block-start: var(--gramme-hairline);
  }
  dt,
  .note {
    font-size: var(--gramme-size-small);
    line-height: 18px;
    color: var(--gramme-muted);
  }
  .note {
    min-block-size: 18px;
  }
  .value {
    font-size: var(--gramme-size-lead);
    font-weight: var(--gramme-weight-strong);
    line-height: 22px;
    white-space: nowrap;
  }
  .counts {
    margin-block-start: var(--gramme-space-2);
  }
`;
