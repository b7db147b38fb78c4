/** The report of an analysis: one file that needs no network and no script. */
import type { AnalysedFile, Analysis, Sums } from '../../web/core/node.ts';
import { rangeText, tokensText } from '../../web/look/figures.ts';
import tokens from '../../web/look/tokens.css';
import { barChart, escapeHtml, rowChart } from './chart.ts';
import { measuredSections } from './measured.ts';
import style from './report.css';
import { kinds, type Language, languages, reasons, signs, type View } from './words.ts';

/** Bars beyond so many are too thin to read: coarser periods are drawn instead. */
const MOST_BARS = 62;
const MOST_GROUPS = 30;

const whole = (value: number, language: Language) => tokensText(Math.round(value), false, language);

const tokensIn = (sums: Sums) =>
  sums.promptTokens.central + sums.cachedInputTokens.central + sums.contextTokens.central;
const tokensOut = (sums: Sums) => sums.outputTokens.central + sums.reasoningTokens.central;

interface Named {
  name: string;
  sums: Sums;
}

function rowOf({ name, sums }: Named, { language }: View): string {
  const cells = [
    whole(sums.requests, language),
    whole(tokensIn(sums), language),
    whole(tokensOut(sums), language),
    rangeText(sums.energyWattHours, 'wattHours', language),
    rangeText(sums.gramsCo2e, 'gramsCo2e', language),
  ];
  const figures = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
  return `<tr><th scope="row">${escapeHtml(name)}</th>${figures}</tr>`;
}

function table(first: string, rows: Named[], view: View): string {
  const { requests, tokensIn: read, tokensOut: written, energy, carbon } = view.words;
  const head = [first, requests, read, written, energy, carbon]
    .map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
    .join('');
  const body = rows.map((row) => rowOf(row, view)).join('');
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(first)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

interface Section {
  title: string;
  first: string;
  rows: Named[];
  /** Names are longer than dates: their bars lie. */
  isByName: boolean;
}

function section({ title, first, rows, isByName }: Section, view: View): string {
  if (rows.length === 0) return '';
  const draw = isByName ? rowChart : barChart;
  const bars = rows.map(({ name, sums }) => ({
    name,
    range: sums.gramsCo2e,
    text: rangeText(sums.gramsCo2e, 'gramsCo2e', view.language),
  }));
  return `<section><h2>${escapeHtml(title)}</h2><div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(title)}">${draw(bars, title)}</div><p class="note">${escapeHtml(view.words.bars)}</p><details><summary>${escapeHtml(view.words.table)}</summary>${table(first, rows, view)}</details></section>`;
}

/** The finest periods that can still be read. */
function times({ days, months, years }: Analysis, { words }: View): Section {
  const named = (list: (Sums & { date: string })[]) =>
    list.map((sums) => ({ name: sums.date, sums }));
  const dated = { first: words.date, isByName: false };
  if (days.length <= MOST_BARS) return { ...dated, title: words.byDay, rows: named(days) };
  if (months.length <= MOST_BARS) {
    return { ...dated, title: words.byMonth, rows: named(months) };
  }
  return { ...dated, title: words.byYear, rows: named(years) };
}

function groups(title: string, list: (Sums & { id: string; name?: string })[], { words }: View) {
  const rows = [...list]
    .sort((a, b) => b.gramsCo2e.central - a.gramsCo2e.central)
    .slice(0, MOST_GROUPS)
    .map((sums) => ({ name: sums.name ?? sums.id, sums }));
  return { title, first: words.name, rows, isByName: true };
}

function fileItem({ name, kind, requests, skipped }: AnalysedFile, view: View): string {
  const { language, words } = view;
  const notes = skipped.map(
    ({ reason, items }) =>
      `<li>${escapeHtml(`${whole(items, language)} ${reasons[language][reason] ?? reason}`)}</li>`,
  );
  const list = notes.length === 0 ? '' : `<ul>${notes.join('')}</ul>`;
  const what = kind === 'emissions_csv' ? words.runs : words.requests;
  const counted = `, ${whole(requests, language)} ${what.toLowerCase()}`;
  const about = `${kinds[language][kind] ?? kind}${kind === 'archive' ? '' : counted}`;
  return `<li><strong>${escapeHtml(name)}</strong>${signs[language].colon}${escapeHtml(about)}${list}</li>`;
}

/** "+12 %": a change, with the sign of the language. */
const changeText = (share: number, language: Language) =>
  new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  })
    .format(share)
    .replace('-', '−');

function notesOf(analysis: Analysis, { words, language }: View): string[] {
  const { missingDays, undated, unknownModels, trend, activities, total } = analysis;
  const { colon, open, close } = signs[language];
  const count = (value: number) => whole(value, language);
  const notes = [words.ranges];
  const counted = (what: string, value: number) => {
    if (value > 0) notes.push(`${what}${colon}${count(value)}`);
  };
  counted(words.missing, missingDays.days);
  counted(words.undated, undated.requests);
  counted(words.dryRequests, total.waterUnknownRequests);
  for (const { name, countedAs, requests } of unknownModels) {
    const shown = name === '' ? words.unnamed : `${words.unknown} ${open}${name}${close}`;
    notes.push(`${shown}${colon}${count(requests)}, ${words.countedAs} ${countedAs}`);
  }
  if (trend !== null) {
    const [low, central, high] = [
      trend.sharePerMonth.low,
      trend.sharePerMonth.central,
      trend.sharePerMonth.high,
    ].map((share) => changeText(share, language));
    notes.push(`${words.trend}${colon}${central} (${low} – ${high})`);
  }
  for (const { section: part, name, total: sum, profile } of activities) {
    const how = profile === '' ? words.notWeighed : `${words.weighed} ${profile}`;
    notes.push(`${words.activities} ${part}/${name}${colon}${count(sum)}, ${how}`);
  }
  return notes;
}

function headline({ total }: Analysis, { words, language }: View): string {
  const figures: [string, string][] = [
    [words.carbon, rangeText(total.gramsCo2e, 'gramsCo2e', language)],
    [words.energy, rangeText(total.energyWattHours, 'wattHours', language)],
    [words.water, rangeText(total.waterLitres, 'litres', language)],
    [words.requests, whole(total.requests, language)],
  ];
  const items = figures.map(
    ([name, figure]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(figure)}</dd></div>`,
  );
  return `<dl class="figures">${items.join('')}</dl>`;
}

/** Files of measured runs alone have nothing to estimate. */
function overview(analysis: Analysis, view: View): string {
  if (analysis.total.requests > 0) return headline(analysis, view);
  return analysis.measured === null ? `<p>${escapeHtml(view.words.none)}</p>` : '';
}

/** A page of its own, in one language, for both themes and for paper. */
export function reportPage(analysis: Analysis, language: Language): string {
  const words = languages[language];
  const view = { words, language };
  const { firstDay, lastDay, models, platforms, profiles, methodology } = analysis;
  const span = firstDay === null ? '' : `${firstDay} – ${lastDay}`;
  const list = (items: string[]) => `<ul>${items.join('')}</ul>`;
  const notes = notesOf(analysis, view).map((note) => `<li>${escapeHtml(note)}</li>`);
  const body = [
    `<header><h1>${escapeHtml(words.title)}</h1><p class="note">${escapeHtml(span)}</p></header>`,
    overview(analysis, view),
    section(times(analysis, view), view),
    section(groups(words.byModel, models, view), view),
    platforms.length > 1 ? section(groups(words.byPlatform, platforms, view), view) : '',
    section(groups(words.byProfile, profiles, view), view),
    measuredSections(analysis.measured, view),
    `<section><h2>${escapeHtml(words.notes)}</h2>${list(notes)}</section>`,
    `<section><h2>${escapeHtml(words.files)}</h2>${list(analysis.files.map((file) => fileItem(file, view)))}</section>`,
    `<footer class="note">${escapeHtml(`${words.generated} ${methodology}.`)}</footer>`,
  ].join('');
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(`Gramme: ${words.title}`)}</title><style>${tokens}${style}</style></head><body><main>${body}</main></body></html>\n`;
}
