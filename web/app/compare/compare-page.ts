import { html, LitElement, nothing } from 'lit';
import { baseStyle, cardStyle } from '../../parts/base-style.ts';
import { fieldStyle, type Option, type OptionGroup, selectRow } from '../../parts/fields.ts';
import '../../parts/own-figure.ts';
import { buttonStyle } from '../../parts/page-style.ts';
import { answering } from '../engine/answering.ts';
import { tools } from '../engine/engine.ts';
import type { Ranking } from '../engine/rank-tools.ts';
import { appPageStyle } from '../parts/app-page-style.ts';
import '../parts/choice-list.ts';
import { type CatalogChoices, catalogChoices, modelGroups } from '../parts/choices.ts';
import '../parts/copy-link.ts';
import { failureText } from '../parts/failure-text.ts';
import { readAddress, writeParams } from '../shell/address.ts';
import { text as shellText } from '../shell/words.ts';
import './ranking-chart.ts';
import { plural, text } from './words.ts';
import {
  type Candidate,
  candidatesOf,
  MOST_COMPARED,
  readWorkload,
  requestOf,
  type Workload,
  writeWorkload,
} from './workload.ts';

interface Answer extends Ranking {
  candidates: Candidate[];
}

async function rank(workload: Workload): Promise<Answer> {
  const candidates = candidatesOf(workload);
  const requests = candidates.map((candidate) => requestOf(candidate, workload));
  return { ...(await tools().rankAll(requests, workload.by)), candidates };
}

/** One workload over models, regions and methods, ranked. */
export class ComparePage extends LitElement {
  static override properties = {
    workload: { state: true },
    catalog: { state: true },
  };
  static override styles = [baseStyle, cardStyle, buttonStyle, fieldStyle, appPageStyle];

  declare workload: Workload;
  declare catalog: CatalogChoices | null;
  private readonly work = answering(this, rank);

  constructor() {
    super();
    this.workload = readWorkload(readAddress().params);
    this.catalog = null;
    this.addEventListener('params', () => this.ask(readWorkload(readAddress().params)));
    void this.start();
  }

  override render() {
    return html`<h1>${text('compare_title')}</h1>
      <p class="lead">${text('compare_lead')}</p>
      <div class="stack">
        <form class="card" @submit=${(event: Event) => event.preventDefault()}>${this.fields()}</form>
        <section class="card" aria-busy=${this.work.isAsking}>
          ${this.result()}
        </section>
      </div>`;
  }

  private fields() {
    const { catalog, workload } = this;
    if (catalog === null) return html`<p class="muted">${shellText('page_loading')}</p>`;
    return html`<div class="columns">
      <div>
        ${this.list('models', text('models'), modelGroups(catalog.known))}
        ${this.list('regions', text('regions'), catalog.places)}
        ${this.list('methods', text('methods'), catalog.methods)}
      </div>
      <div>
        ${this.number('inputTokens', text('prompt_tokens'))}
        ${this.number('outputTokens', text('answer_tokens'))}
        ${selectRow({
          id: 'by',
          label: text('ranked_by'),
          value: workload.by,
          options: [
            { value: 'gramsCo2e', name: text('carbon') },
            { value: 'energyWattHours', name: text('energy') },
            { value: 'waterLitres', name: text('water') },
          ],
          onChange: (by) => this.change({ by: by as Workload['by'] }),
        })}
      </div>
    </div>`;
  }

  private list(
    name: 'models' | 'regions' | 'methods',
    label: string,
    options: (Option | OptionGroup)[],
  ) {
    return html`<choice-list
      label=${label}
      .options=${options}
      .chosen=${this.workload[name]}
      @chosen=${({ detail }: CustomEvent<string[]>) => this.change({ [name]: detail })}
    ></choice-list>`;
  }

  private number(name: 'inputTokens' | 'outputTokens', label: string) {
    return html`<own-figure
      label=${label}
      hint=""
      wrong=${text('tokens_wrong')}
      .value=${this.workload[name]}
      .limits=${[0, 1e9]}
      @chosen=${({ detail }: CustomEvent<number | null>) => this.change({ [name]: detail ?? 0 })}
    ></own-figure>`;
  }

  private result() {
    const { workload } = this;
    const { answer, failure } = this.work;
    if (failure !== null) return html`<p class="error" role="alert">${failureText(failure)}</p>`;
    if (answer === null) return html`<p class="muted">${text('ranking_loading')}</p>`;
    const { ranked, refused } = answer;
    return html`<ranking-chart .ranked=${ranked} by=${workload.by}></ranking-chart>
      ${refused.length === 0 ? nothing : this.refused(answer)}
      ${
        answer.candidates.length < MOST_COMPARED
          ? nothing
          : html`<p class="small muted">${text('most_compared', String(MOST_COMPARED))}</p>`
      }
      <p class="actions"><copy-link></copy-link></p>`;
  }

  private refused({ refused, candidates }: Answer) {
    const names = new Map(this.catalog?.known.models.map(({ id, name }) => [id, name]));
    return html`<details>
      <summary>${plural('refused', refused.length)}</summary>
      <ul class="small muted">
        ${refused.map(({ index, failure }) => {
          const { model = '', method = '' } = candidates[index] ?? {};
          return html`<li>${names.get(model) ?? model} · ${method}: ${failureText(failure)}</li>`;
        })}
      </ul>
    </details>`;
  }

  private change(change: Partial<Workload>): void {
    this.ask({ ...this.workload, ...change });
  }

  private ask(workload: Workload): void {
    this.workload = workload;
    writeParams(writeWorkload(workload));
    void this.work.ask(this.workload);
  }

  private async start(): Promise<void> {
    void this.work.ask(this.workload);
    try {
      this.catalog = await catalogChoices();
    } catch (error) {
      this.work.refuse(error);
    }
  }
}

customElements.define('compare-page', ComparePage);
