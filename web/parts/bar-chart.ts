import { css, html, LitElement } from 'lit';
import uPlot from 'uplot';
import type { Range } from '../core/contracts.ts';
import { scaleFor } from '../look/figures.ts';
import { language } from '../words/words.ts';
import { longestOf } from './bar-scale.ts';

export interface Bar {
  /** Under its bar; empty where there is no room. */
  label: string;
  gramsCo2e: Range;
  /** Today, or the month it lies in. */
  isNow: boolean;
}

const WHISKER_PIXELS = 1.5;
const LABEL_PIXELS = 12;
/** What was before now: the same green at 60 %. */
const PAST = '99';
const CHART_HEIGHT = 148;

/** Bars with whiskers; what it says in words stands in `label`. Fires `pointed` with an index. */
export class BarChart extends LitElement {
  static override properties = { bars: { attribute: false }, label: { type: String } };

  /** What uPlot's own style sheet says, as far as it is used here. */
  static override styles = css`
    :host {
      display: block;
      min-block-size: ${CHART_HEIGHT}px;
      color: var(--gramme-muted);
    }
    .uplot,
    .u-wrap {
      position: relative;
    }
    .u-over,
    .u-under,
    .u-axis {
      position: absolute;
    }
    .u-cursor-x,
    .u-cursor-y,
    .u-cursor-pt,
    .u-select {
      display: none;
    }
    canvas {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
  `;

  declare bars: Bar[];
  declare label: string;
  private plot: uPlot | null = null;
  private readonly resized = new ResizeObserver(() => this.fit());
  private readonly darkened = matchMedia('(prefers-color-scheme: dark)');
  private readonly themed = new MutationObserver(() => this.redraw());

  constructor() {
    super();
    this.bars = [];
    this.label = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
    this.darkened.addEventListener('change', this.redraw);
    this.themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.darkened.removeEventListener('change', this.redraw);
    this.themed.disconnect();
  }

  override render() {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  override updated(): void {
    this.redraw();
  }

  private fit(): void {
    this.plot?.setSize({ width: this.clientWidth, height: CHART_HEIGHT });
  }

  private readonly redraw = (): void => {
    this.plot?.destroy();
    const place = this.renderRoot.querySelector<HTMLElement>('div');
    if (place === null || this.bars.length === 0) return;
    const centrals = this.bars.map(({ gramsCo2e }) => gramsCo2e.central);
    this.plot = new uPlot(this.options(), [centrals.map((_, index) => index), centrals], place);
  };

  private colour(name: string): string {
    return getComputedStyle(this).getPropertyValue(`--gramme-${name}`).trim();
  }

  private options(): uPlot.Options {
    const { bars } = this;
    const most = longestOf(bars);
    return {
      width: this.clientWidth,
      height: CHART_HEIGHT,
      padding: [8, 4, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: false, range: [-0.5, bars.length - 0.5] }, y: { range: [0, most] } },
      series: [{}, this.barSeries()],
      axes: this.axes(most),
      hooks: {
        draw: [(plot) => this.drawWhiskers(plot, this.colour('ink'))],
        setCursor: [({ cursor }) => this.point(cursor.idx ?? null)],
      },
    };
  }

  /** Now in full green, the past in a lighter one with the same edge. */
  private barSeries(): uPlot.Series {
    const green = this.colour('green');
    const fills = this.bars.map(({ isNow }) => (isNow ? green : `${green}${PAST}`));
    const disp = {
      fill: { unit: 3 as const, values: () => fills },
      stroke: { unit: 3 as const, values: () => fills.map(() => green) },
    };
    const paths = uPlot.paths.bars?.({ size: [0.7, 40], disp });
    const bar = { stroke: green, width: 1, fill: green, points: { show: false } };
    return { ...bar, ...(paths === undefined ? {} : { paths }) };
  }

  private axes(most: number): uPlot.Axis[] {
    const { factor } = scaleFor(most, 'gramsCo2e');
    const number = new Intl.NumberFormat(language(), { maximumSignificantDigits: 3 });
    const font = `${LABEL_PIXELS}px ${getComputedStyle(this).fontFamily}`;
    const axis = { font, stroke: this.colour('muted'), ticks: { show: false } };
    return [
      {
        ...axis,
        size: 22,
        grid: { show: false },
        splits: this.bars.map((_, index) => index),
        values: () => this.bars.map(({ label }) => label),
      },
      {
        ...axis,
        size: 40,
        grid: { stroke: this.colour('line'), width: 1 },
        values: (_, splits) => splits.map((split) => number.format(split / factor)),
      },
    ];
  }

  private drawWhiskers(plot: uPlot, colour: string): void {
    const { ctx } = plot;
    const { top } = plot.bbox;
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = WHISKER_PIXELS * devicePixelRatio;
    ctx.beginPath();
    this.bars.forEach(({ gramsCo2e: { low, high } }, index) => {
      if (high <= 0) return;
      const x = plot.valToPos(index, 'x', true);
      ctx.moveTo(x, Math.max(top, plot.valToPos(low, 'y', true)));
      ctx.lineTo(x, Math.max(top, plot.valToPos(high, 'y', true)));
    });
    ctx.stroke();
    ctx.restore();
  }

  private point(detail: number | null): void {
    this.dispatchEvent(new CustomEvent('pointed', { detail }));
  }
}

customElements.define('bar-chart', BarChart);
