/** The look of the whole project, put in when the script is bundled (web/look/tokens.css). */
declare const LOOK_TOKENS: string;

const PANEL = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483646 !important;
}
* { box-sizing: border-box; }
.panel {
  position: fixed;
  inline-size: 292px;
  max-inline-size: calc(100vw - 24px);
  color: var(--gramme-ink);
  background: var(--gramme-card);
  border: 1px solid var(--gramme-muted);
  border-radius: var(--gramme-radius);
  font: 400 12px/1.4 var(--gramme-font);
  font-variant-numeric: tabular-nums;
  text-align: start;
}
.panel.folded { inline-size: 200px; }
.bar {
  display: flex;
  align-items: center;
  gap: 4px;
  padding: 4px;
}
.sum { flex: 1; font-weight: 600; white-space: nowrap; }
button {
  flex: none;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-inline-size: 28px;
  min-block-size: 28px;
  padding: 0;
  color: var(--gramme-muted);
  background: none;
  border: 1px solid transparent;
  border-radius: var(--gramme-radius-small);
  font: inherit;
  cursor: pointer;
}
button:hover { color: var(--gramme-ink); border-color: var(--gramme-muted); }
button:focus-visible { outline: var(--gramme-focus); outline-offset: 0; }
.handle { cursor: grab; touch-action: none; color: var(--gramme-green); }
.handle.moving { cursor: grabbing; }
svg {
  inline-size: 16px;
  block-size: 16px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.handle svg { inline-size: 20px; block-size: 20px; fill: currentColor; fill-rule: evenodd; stroke: none; }
.folded .fold svg { transform: rotate(180deg); }
.body { padding: 0 12px 8px; }
table { inline-size: 100%; table-layout: fixed; border-collapse: collapse; }
thead td, tbody th { inline-size: 58px; }
th {
  padding: 2px 0;
  font-weight: 400;
  color: var(--gramme-muted);
  text-align: start;
  vertical-align: top;
}
thead th { text-align: end; }
td { padding: 2px 0; text-align: end; vertical-align: top; }
.figure, .bounds { display: block; white-space: nowrap; min-block-size: 17px; }
.figure { font-size: 14px; line-height: 17px; font-weight: 600; }
.bounds { color: var(--gramme-muted); }
.reminder { margin: 0; padding: 0 12px 8px; color: var(--gramme-brick); }
.reminder:empty { padding: 0; }
.menu { padding: 8px 12px; border-block-start: 1px solid var(--gramme-line); }
.corners { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; }
.menu button { inline-size: 100%; padding: 2px 8px; color: var(--gramme-ink); border-color: var(--gramme-muted); }
.menu .hide { margin-block-start: 8px; }
.menu p { margin: 4px 0 0; color: var(--gramme-muted); }
[hidden] { display: none; }
@media print { .panel { display: none; } }
`;

/** Constructed sheets: the page's policy on styles does not reach them. */
export function counterSheets(): CSSStyleSheet[] {
  return [LOOK_TOKENS, PANEL].map((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  });
}
