/** Colours and type of the project's pictures; an own ground, because a page's theme may be another. */
export const LOOK = `
  text { font: 12px system-ui, sans-serif; fill: #1c2321; }
  .title { font-size: 16px; font-weight: 600; }
  .head { font-weight: 600; }
  .note { fill: #5c6662; }
  .ground { fill: #fbfaf7; }
  .card { fill: #ffffff; stroke: #dfe2dc; }
  .grid { stroke: #dfe2dc; fill: none; }
  .axis { stroke: #5c6662; fill: none; }
  .faint { stroke: #5c6662; fill: none; stroke-dasharray: 3 3; }
  .zone { fill: #2b7a4b; opacity: 0.14; }
  .own { fill: #2b7a4b; }
  .own-line { stroke: #2b7a4b; fill: none; }
  .other { fill: #3a6ea5; }
  .blue { stroke: #3a6ea5; fill: none; stroke-linecap: round; }
  .ochre { stroke: #9a6700; fill: none; stroke-linecap: square; }
  .ink { fill: #1c2321; }
  .hollow { fill: #ffffff; stroke: #1c2321; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #eceae4; }
    .note { fill: #a3aba6; }
    .ground { fill: #15171a; }
    .card { fill: #1d2024; stroke: #31363b; }
    .grid { stroke: #31363b; }
    .axis, .faint { stroke: #a3aba6; }
    .zone { fill: #6cc08b; }
    .own { fill: #6cc08b; }
    .own-line { stroke: #6cc08b; }
    .other { fill: #7fb0e6; }
    .blue { stroke: #7fb0e6; }
    .ochre { stroke: #e0b252; }
    .ink { fill: #eceae4; }
    .hollow { fill: #1d2024; stroke: #eceae4; }
  }`;
