import { html, LitElement, nothing } from 'lit';
import type { MethodEntry } from '../../core/contracts.ts';
import type { Explanation } from '../../core/explain-contracts.ts';
import { shareText } from '../../look/figures.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import '../../parts/explanation-tree.ts';
import { type Failure, failureOf } from '../../core/failure.ts';
import { detailsStyle } from '../../parts/details-style.ts';
import { openArrow } from '../../parts/signs.ts';
import { language, optionalText } from '../../words/words.ts';
import { core } from '../engine/engine.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { failureText } from '../parts/failure-text.ts';
import { text as shellText } from '../shell/words.ts';
import { accuracy } from './accuracy.ts';
import { FORMULAS, type Step } from './formulas.ts';
import { methodsStyle } from './methods-style.ts';
import { text } from './words.ts';

/** What every method is asked, so that their figures stand side by side. */
const QUESTION = { model: 'gpt-4o', inputTokens: 500, outputTokens: 500 };

const key = (id: string) => id.replaceAll('-', '_');

/** One method: what it does, its formulas, figures with their sources, and how near it comes. */
export class MethodCard extends LitElement {
  static override properties = {
    method: { attribute: false },
    explanation: { state: true },
    failure: { state: true },
  };
  static override styles = [baseStyle, cardStyle, appPageStyle, detailsStyle, methodsStyle];

  declare method: MethodEntry;
  declare explanation: Explanation | null;
  declare failure: Failure | null;

  constructor() {
    super();
    this.explanation = null;
    this.failure = null;
  }

  override render() {
    const { id, name, profiles, source } = this.method;
    return html`<article class="card" aria-labelledby="name">
      <h3 id="name">${name} <span class="muted">${profiles.join(', ')}</span></h3>
      <p>${optionalText(`about_${key(id)}`) ?? nothing}</p>
      <dl class="formulas">${(FORMULAS[id] ?? []).map((step) => this.step(step))}</dl>
      <p class="small muted">${this.holds()} ${text('from_source', source.source, source.asOf)}</p>
      ${this.nearness()}
      <details @toggle=${this.onToggle}>
        <summary>${text('figures_of')}${openArrow}</summary>
        ${this.figures()}
      </details>
    </article>`;
  }

  private step({ step, formula }: Step) {
    return html`<div>
      <dt>${text(`step_${step}`)}</dt>
      <dd><code>${formula}</code></dd>
    </div>`;
  }

  /** What is inside its figure. */
  private holds(): string {
    const parts = this.method.boundary.map((part) => optionalText(`boundary_${part}`) ?? part);
    const list = new Intl.ListFormat(language(), { type: 'conjunction' });
    return text('holds', list.format(parts));
  }

  private nearness() {
    const scores = accuracy.scores.filter(({ method }) => method === this.method.id);
    if (scores.length === 0) return nothing;
    const percent = (share: number) => shareText(share, language());
    const told = scores.find(({ known }) => known === 'all');
    const untold = scores.find(({ known }) => known === 'nothing');
    if (told === undefined || untold === undefined) return nothing;
    return html`<p>
      ${text('nearness', percent(told.medianError), percent(untold.medianError), percent(untold.inRange), String(told.rows))}
    </p>`;
  }

  private figures() {
    if (this.failure !== null) return html`<p class="error">${failureText(this.failure)}</p>`;
    if (this.explanation === null) return html`<p class="muted">${shellText('page_loading')}</p>`;
    return html`<p class="small muted">${text('asked_question')}</p>
      <explanation-tree .explanation=${this.explanation}></explanation-tree>`;
  }

  private async onToggle(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.explanation !== null) return;
    try {
      const { explanation } = await core().explain({ ...QUESTION, method: this.method.id });
      this.explanation = explanation;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

customElements.define('method-card', MethodCard);
