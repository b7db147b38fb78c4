import { html, LitElement, type PropertyValues } from 'lit';
import { baseStyle } from '../../web/parts/base-style.ts';
import '../../web/parts/series-chart.ts';
import type { Series, Summary } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import { localDate } from '../shared/dates.ts';
import { text } from '../shared/text.ts';

/** The days of the month or the months of the year, read again when the totals change. */
export class SeriesPanel extends LitElement {
  static override properties = {
    date: { type: String },
    summary: { attribute: false },
    series: { state: true },
    hasFailed: { state: true },
  };

  static override styles = [baseStyle];

  /** "2026-11" or "2026". */
  declare date: string;
  /** The totals that the series belongs to. */
  declare summary: Summary;
  declare series: Series | null;
  declare hasFailed: boolean;

  constructor() {
    super();
    this.date = '';
    this.series = null;
    this.hasFailed = false;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('date') && !changed.has('summary')) return;
    if (changed.has('date')) this.series = null;
    void this.read();
  }

  override render() {
    const { series } = this;
    if (series !== null) {
      return html`<series-chart .series=${series} today=${localDate(Date.now())}></series-chart>`;
    }
    const sentence = text(this.hasFailed ? 'chart_failed' : 'chart_loading');
    return html`<p class="small muted" role="status">${sentence}</p>`;
  }

  private async read(): Promise<void> {
    const { date } = this;
    try {
      const series = await ask({ type: 'series/read', date });
      if (date === this.date) this.series = series;
    } catch {
      this.hasFailed = true;
    }
  }
}

customElements.define('series-panel', SeriesPanel);
