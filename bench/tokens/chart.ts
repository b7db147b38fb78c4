import { escaped, svgDocument } from '../../tools/chart/svg.ts';
import type { CorpusSpeed, EngineSpeed } from './speed.ts';

const WIDTH = 760;
const LEFT = 176;
const RIGHT = 64;
const TOP = 64;
const BAR = 12;
const GAP = 3;
const GROUP_GAP = 18;
const HEAD = 20;
const BASELINE = 10;
/** What the chart shows, one group of bars each. */
const SHOWN: [string, string][] = [
  ['chat', 'Chat messages, 1,000 of about 1.4 kB'],
  ['english', 'English'],
  ['code', 'Code'],
  ['chinese', 'Chinese'],
];

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #3b4045; }
  .title { font-size: 15px; font-weight: 600; }
  .head { font-weight: 600; }
  .note, .value { fill: #667078; }
  .bar { fill: #b8c0c7; }
  .own { fill: #2e7d54; }
  .own-text { font-weight: 600; fill: #2e7d54; }
  @media (prefers-color-scheme: dark) {
    text { fill: #d5d9dd; }
    .note, .value { fill: #98a2ab; }
    .bar { fill: #4b555e; }
    .own { fill: #4fb783; }
    .own-text { fill: #6fcf9f; }
  }`;

interface Bar {
  label: string;
  speed: number;
  isOwn: boolean;
}

const barOf = (name: string, { coldMegabytesPerSecond }: EngineSpeed): Bar => ({
  label: name,
  speed: coldMegabytesPerSecond,
  isOwn: name.startsWith('Gramme'),
});

/** Gramme first, then the others from fast to slow. */
function barsOf({ engines }: CorpusSpeed): Bar[] {
  const names: Record<string, string> = { gramme: 'Gramme (WASM)', native: 'Gramme (native)' };
  const bars = engines.map((engine) => barOf(names[engine.name] ?? engine.name, engine));
  return bars.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.speed - a.speed);
}

const shownSpeed = (speed: number) => (speed < 10 ? speed.toFixed(1) : speed.toFixed(0));

function drawBar({ label, speed, isOwn }: Bar, y: number, perMegabyte: number): string {
  const width = Math.max(1, speed * perMegabyte).toFixed(1);
  const name = isOwn ? 'own-text' : 'label';
  return [
    `<text class="${name}" x="${LEFT - 8}" y="${y + BASELINE}" text-anchor="end">${escaped(label)}</text>`,
    `<rect class="${isOwn ? 'own' : 'bar'}" x="${LEFT}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
    `<text class="value" x="${(LEFT + Number(width) + 6).toFixed(1)}" y="${y + BASELINE}">${shownSpeed(speed)}</text>`,
  ].join('\n');
}

/** Bars of cold speed by corpus, for README.md; light and dark. */
export function drawChart(speeds: CorpusSpeed[]): string {
  const groups = SHOWN.flatMap(([name, title]) => {
    const speed = speeds.find((each) => each.name === name && each.encoding === 'o200k_base');
    return speed === undefined ? [] : [{ title, bars: barsOf(speed) }];
  });
  const fastest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ speed }) => speed)));
  const perMegabyte = (WIDTH - LEFT - RIGHT) / fastest;
  const drawn: string[] = [];
  let y = TOP;
  for (const { title, bars } of groups) {
    drawn.push(`<text class="head" x="${LEFT}" y="${y + BASELINE}">${escaped(title)}</text>`);
    y += HEAD;
    for (const bar of bars) {
      drawn.push(drawBar(bar, y, perMegabyte));
      y += BAR + GAP;
    }
    y += GROUP_GAP;
  }
  const note = 'o200k_base, text not seen before, Node; longer is faster';
  return svgDocument({
    widthPixels: WIDTH,
    heightPixels: y,
    title: 'Speed of counting tokens',
    description: `Bars of megabytes per second for each tokenizer by kind of text: ${note}`,
    style: STYLE,
    parts: [
      `<text class="title" x="${LEFT}" y="22">Counting tokens, megabytes per second</text>`,
      `<text class="note" x="${LEFT}" y="42">${note}</text>`,
      ...drawn,
    ],
  });
}
