import { css } from 'lit';

/** For the root that an explanation is drawn in. */
export const treeStyle = css`
  .line {
    display: flex;
    gap: var(--gramme-space-2);
    align-items: center;
    justify-content: space-between;
  }
  .figure {
    flex: none;
    max-inline-size: 65%;
    text-align: end;
    font-weight: var(--gramme-weight-strong);
  }
  .tree ul {
    padding-inline-start: var(--gramme-space-2);
    border-inline-start: var(--gramme-hairline);
  }
  .tree li {
    padding-block: 3px;
  }
  .tree .track {
    flex: 1;
    block-size: 3px;
    background: var(--gramme-line);
  }
  .tree .track i {
    display: block;
    block-size: 100%;
    min-inline-size: 1px;
    background: var(--gramme-green);
  }
  .share {
    min-inline-size: 36px;
    text-align: end;
  }
  .factors li {
    padding-block: var(--gramme-space-1);
    border-block-end: var(--gramme-hairline);
  }
  .origin {
    display: block;
    overflow-wrap: anywhere;
  }
  .all {
    justify-self: start;
    min-block-size: 24px;
    padding: 0 var(--gramme-space-2);
    color: var(--gramme-green);
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--gramme-radius);
  }
`;
