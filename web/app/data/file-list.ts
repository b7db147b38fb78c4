import { css, html, LitElement, nothing } from 'lit';
import { shownName } from '../../archives/usage-entries.ts';
import type { AnalysedFile } from '../../core/analysis-contracts.ts';
import { baseStyle } from '../../parts/base-style.ts';
import { warningSign } from '../../parts/signs.ts';
import { language, optionalText } from '../../words/words.ts';
import { plural, text } from './words.ts';

const MOST_FILES = 100;

const whole = (value: number) => new Intl.NumberFormat(language()).format(Math.round(value));

/** What a file was, in words; a newer core may know more kinds. */
export const kindText = (kind: string): string => optionalText(`kind_${kind}`) ?? kind;

function countedText({ kind, requests }: AnalysedFile): string {
  if (kind === 'archive') return '';
  const count = Math.round(requests);
  return kind === 'emissions_csv' ? plural('runs', count) : plural('requests', count);
}

/** What was read: each file with its kind, what was counted, and what was not and why. */
export class FileList extends LitElement {
  static override properties = { files: { attribute: false } };
  static override styles = [
    baseStyle,
    css`
      ul.files {
        display: grid;
        gap: var(--gramme-space-2);
      }
      .name {
        font-weight: var(--gramme-weight-strong);
        overflow-wrap: anywhere;
      }
      .skipped li {
        padding-inline-start: var(--gramme-space-3);
        color: var(--gramme-muted);
      }
      .nothing {
        display: flex;
        gap: var(--gramme-space-1);
        color: var(--gramme-ochre);
      }
      svg {
        flex: none;
        margin-block-start: 2px;
      }
    `,
  ];

  declare files: AnalysedFile[];

  constructor() {
    super();
    this.files = [];
  }

  override render() {
    const more = this.files.length - MOST_FILES;
    return html`<ul class="files">
        ${this.files.slice(0, MOST_FILES).map((file) => this.file(file))}
      </ul>
      ${more > 0 ? html`<p class="small muted">${plural('more_files', more)}</p>` : nothing}`;
  }

  private file(file: AnalysedFile) {
    const { name, kind, requests, skipped } = file;
    const about = [kindText(kind), countedText(file)].filter((part) => part !== '').join(' · ');
    const isNothing = kind !== 'archive' && requests === 0;
    return html`<li>
      <span class="name">${shownName(name)}</span>
      <span class="muted">${about}</span>
      ${isNothing ? html`<p class="nothing small">${warningSign}<span>${text('file_nothing')}</span></p>` : nothing}
      ${
        skipped.length === 0
          ? nothing
          : html`<ul class="skipped small">
              ${skipped.map(({ reason, items, first }) => html`<li>${this.skipped(reason, items, first)}</li>`)}
            </ul>`
      }
    </li>`;
  }

  private skipped(reason: string, items: number, first: number): string {
    const why = optionalText(`reason_${reason}`) ?? reason;
    return text('skipped', whole(items), why, whole(first));
  }
}

customElements.define('file-list', FileList);
