import { html, nothing } from 'lit';
import { dayText } from '../../web/parts/amount-words.ts';
import type { ImportReport } from '../shared/answers.ts';
import { language, text } from '../shared/text.ts';

/** Of a badly damaged file not every line is listed. */
const MOST_PROBLEMS = 20;

function rowsOf(report: ImportReport): [name: string, figure: string][] {
  const count = (value: number) => new Intl.NumberFormat(language()).format(value);
  const { requestsBefore, requestsAfter, firstDate, lastDate } = report;
  const dates =
    firstDate === null || lastDate === null
      ? '–'
      : text('import_span', dayText(firstDate), dayText(lastDate));
  return [
    [text('import_dates'), dates],
    [text('import_new_days'), count(report.newDays)],
    [text('import_changed_days'), count(report.changedDays)],
    [text('import_same_days'), count(report.sameDays)],
    [
      text('import_requests'),
      text('import_requests_change', count(requestsBefore), count(requestsAfter)),
    ],
  ];
}

/** What an import changes, and what of the file could not be read. */
export function reportOf(report: ImportReport) {
  const { problems } = report;
  return html`<dl>
      ${rowsOf(report).map(([name, figure]) => html`<dt>${name}</dt><dd>${figure}</dd>`)}
    </dl>
    ${
      problems.length === 0
        ? nothing
        : html`<div class="problems">
          <p class="warning">${text('import_problems')}</p>
          <ul class="small">
            ${problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li>${problem}</li>`)}
            ${problems.length > MOST_PROBLEMS ? html`<li>…</li>` : nothing}
          </ul>
        </div>`
    }`;
}
