import { css } from 'lit';
import { markStyle } from '../look/range-mark-drawing.ts';
import { treeStyle } from '../parts/explanation-tree-style.ts';

const shownStyle = css`
  .head {
    display: flex;
    gap: var(--gramme-space-2);
    justify-content: space-between;
  }
  .named {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .live {
    flex: none;
    color: var(--gramme-green);
  }
  .live::before {
    content: '● ';
  }
  .rows {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 var(--gramme-space-3);
    align-items: baseline;
    margin-block-start: var(--gramme-space-2);
  }
  .rows dt {
    color: var(--gramme-muted);
  }
  .counts {
    grid-column: 2 / -1;
    block-size: 44px;
  }
  .amount {
    font-weight: var(--gramme-weight-strong);
    white-space: nowrap;
  }
  .spread {
    white-space: nowrap;
  }
  .drawn {
    grid-column: 2 / -1;
    block-size: 20px;
  }
  .hero {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gramme-space-2);
    align-items: baseline;
    margin-block-end: var(--gramme-space-1);
  }
  .large {
    font-size: var(--gramme-size-figure);
    font-weight: var(--gramme-weight-strong);
    line-height: 40px;
  }
  .lead {
    font-size: var(--gramme-size-lead);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--gramme-space-2);
    margin-block-start: var(--gramme-space-3);
    padding-block-start: var(--gramme-space-2);
    border-block-start: var(--gramme-hairline);
  }
  .tiles dt {
    font-size: var(--gramme-size-small);
    color: var(--gramme-muted);
  }
  .value {
    font-size: var(--gramme-size-lead);
    font-weight: var(--gramme-weight-strong);
    white-space: nowrap;
  }
  .tokens,
  .part {
    margin-block-start: var(--gramme-space-2);
  }
  .part {
    padding-block-start: var(--gramme-space-2);
    border-block-start: var(--gramme-hairline);
  }
  .assumed li {
    padding-inline-start: var(--gramme-space-3);
    text-indent: calc(-1 * var(--gramme-space-3));
  }
  .assumed li::before {
    content: '–';
    display: inline-block;
    inline-size: var(--gramme-space-3);
    text-indent: 0;
  }
  summary {
    display: flex;
    gap: var(--gramme-space-2);
    align-items: center;
    justify-content: space-between;
    min-block-size: 24px;
    cursor: pointer;
    list-style: none;
  }
  details[open] summary svg {
    transform: rotate(180deg);
  }
  details > :not(summary) {
    margin-block-start: var(--gramme-space-2);
  }
  h3 {
    font-size: inherit;
  }
`;

/** For what shows figures; taken on with it. */
export const figureStyle = [markStyle, treeStyle, shownStyle];
