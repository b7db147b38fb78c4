import { html, LitElement } from 'lit';
import type { Figure } from '../../core/contracts.ts';
import type { ExplainedEstimate } from '../../core/explain-contracts.ts';
import type { Equivalence } from '../../core/view-contracts.ts';
import { asRange, tokensRangeText } from '../../look/figures.ts';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle, type Select, selectRow } from '../../parts/fields.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { placeFigures } from '../../parts/place-figures.ts';
import { openArrow } from '../../parts/signs.ts';
import { language } from '../../words/words.ts';
import { answering } from '../engine/answering.ts';
import { core } from '../engine/engine.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import { type CatalogChoices, catalogChoices, modelGroups } from '../parts/choices.ts';
import '../parts/copy-link.ts';
import { detailsStyle } from '../../parts/details-style.ts';
import { failureText } from '../parts/failure-text.ts';
import '../parts/estimate-view.ts';
import { readAddress, writeParams } from '../shell/address.ts';
import { text as shellText } from '../shell/words.ts';
import { type Question, readQuestion, requestOf, writeQuestion } from './question.ts';
import './text-entry.ts';
import { calculatorStyle } from './calculator-style.ts';
import { text } from './words.ts';

interface Answer {
  estimate: ExplainedEstimate;
  equivalence: Equivalence | null;
}

async function weigh(question: Question): Promise<Answer> {
  const estimate = await core().explain(requestOf(question));
  const { gramsCo2e, energyWattHours } = estimate;
  return { estimate, equivalence: await core().compare({ gramsCo2e, energyWattHours }) };
}

/** An exchange of one's own: texts or tokens, model, region, method; what it weighs, at once. */
export class CalculatorPage extends LitElement {
  static override properties = {
    question: { state: true },
    catalog: { state: true },
  };
  static override styles = [
    baseStyle,
    cardStyle,
    buttonStyle,
    fieldStyle,
    appPageStyle,
    detailsStyle,
    calculatorStyle,
  ];

  declare question: Question;
  declare catalog: CatalogChoices | null;
  private wasAnswered = false;
  private readonly work = answering(this, weigh);

  constructor() {
    super();
    this.question = readQuestion(readAddress().params);
    this.catalog = null;
    this.addEventListener('params', () => this.ask(readQuestion(readAddress().params)));
    void this.start();
  }

  override render() {
    return html`<h1>${text('calculator_title')}</h1>
      <p class="lead">${text('calculator_lead')}</p>
      <div class="columns">
        <form class="stack" @submit=${(event: Event) => event.preventDefault()}>
          ${this.texts()} ${this.choices()}
        </form>
        <div class="stack answer" aria-busy=${this.work.isAsking}>
          ${this.result()}
        </div>
      </div>`;
  }

  private texts() {
    const { model, inputTokens, outputTokens } = this.question;
    const entry = (label: string, figure: Figure, name: 'inputTokens' | 'outputTokens') =>
      html`<text-entry
        label=${label}
        model=${model}
        .figure=${figure}
        @figure=${({ detail }: CustomEvent<Figure>) => this.change({ [name]: detail })}
      ></text-entry>`;
    return html`<section class="card stack">
      ${entry(text('prompt'), inputTokens, 'inputTokens')}
      ${entry(text('answer'), outputTokens, 'outputTokens')}
    </section>`;
  }

  private choices() {
    const { catalog, question } = this;
    const loading = { value: '', name: shellText('page_loading') };
    const select = (id: 'model' | 'region' | 'method', label: string, options: Select['options']) =>
      selectRow({
        id,
        label,
        value: question[id],
        options: catalog === null ? [loading] : options,
        onChange: (value) => this.change({ [id]: value }),
      });
    const models = catalog === null ? [] : modelGroups(catalog.known, question.model);
    const { places = [], methods = [] } = catalog ?? {};
    return html`<section class="card">
      ${select('model', text('model'), models)} ${select('region', text('region_label'), places)}
      ${select('method', text('method_label'), methods)}
      <details>
        <summary>${text('more_figures')}${openArrow}</summary>
        ${this.ownFigures()}
      </details>
    </section>`;
  }

  private ownFigures() {
    const { carbonIntensityGramsCo2ePerKilowattHour: intensity, pue } = this.question;
    const cached = asRange(this.question.cachedInputTokens).central;
    return html`<own-figure
        label=${text('cached_label')}
        hint=${text('cached_hint')}
        wrong=${text('cached_wrong')}
        .value=${cached === 0 ? null : cached}
        .limits=${[0, 1e9]}
        @chosen=${({ detail }: CustomEvent<number | null>) =>
          this.change({ cachedInputTokens: detail ?? 0 })}
      ></own-figure>
      ${placeFigures({ carbonIntensityGramsCo2ePerKilowattHour: intensity, pue }, (change) =>
        this.change(change),
      )}`;
  }

  private result() {
    const { question } = this;
    const { answer, failure } = this.work;
    if (failure !== null) {
      return html`<p class="card error" role="alert">${failureText(failure)}</p>`;
    }
    if (answer === null)
      return html`<section class="card empty">${shellText('page_loading')}</section>`;
    const shown = (figure: Figure) => tokensRangeText(asRange(figure), language());
    const tokens = html`<div>
      <dt>${text('tokens')}</dt>
      <dd class="value">${shown(question.inputTokens)} → ${shown(question.outputTokens)}</dd>
    </div>`;
    return html`<estimate-view
        .estimate=${answer.estimate}
        .equivalence=${answer.equivalence}
        .tokens=${tokens}
      ></estimate-view>
      <p class="actions"><copy-link></copy-link><span class="small muted">${text('link_note')}</span></p>`;
  }

  override firstUpdated(): void {
    performance.mark('calculator-usable');
  }

  override updated(): void {
    if (this.wasAnswered || this.work.answer === null) return;
    this.wasAnswered = true;
    performance.mark('calculator-answered');
  }

  private change(change: Partial<Question>): void {
    this.ask({ ...this.question, ...change });
  }

  private ask(question: Question): void {
    this.question = question;
    writeParams(writeQuestion(question));
    void this.work.ask(this.question);
  }

  private async start(): Promise<void> {
    void this.work.ask(this.question);
    try {
      this.catalog = await catalogChoices();
    } catch (error) {
      this.work.refuse(error);
    }
  }
}

customElements.define('calculator-page', CalculatorPage);
