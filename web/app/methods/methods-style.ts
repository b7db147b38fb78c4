import { css } from 'lit';

export const methodsStyle = css`
  h3 {
    font-size: var(--gramme-size-lead);
  }
  h3 .muted {
    font-weight: var(--gramme-weight-regular);
    font-size: var(--gramme-size-small);
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gramme-space-2);
  }
  .formulas div {
    display: grid;
    grid-template-columns: minmax(120px, 1fr) 4fr;
    gap: 0 var(--gramme-space-3);
    padding-block: 3px;
  }
  .formulas dt {
    color: var(--gramme-muted);
  }
  code {
    font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  summary {
    color: var(--gramme-green);
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
  .why {
    min-inline-size: 260px;
  }
  .yes {
    color: var(--gramme-green);
  }
  .no {
    color: var(--gramme-ochre);
  }
  td svg {
    vertical-align: -3px;
  }
  figure {
    margin: var(--gramme-space-3) 0 0;
    overflow-x: auto;
  }
  img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--gramme-radius);
  }
  @media (max-width: 600px) {
    .formulas div {
      grid-template-columns: minmax(0, 1fr);
    }
    img {
      max-inline-size: none;
      inline-size: 640px;
    }
  }
`;
