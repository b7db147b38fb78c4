import { centralText } from '../../../web/look/figures.ts';
import type { LiveFigures, PageSettings } from '../../shared/answers.ts';
import type { SiteId } from '../../sites/records.ts';
import { element, signButton } from './element.ts';
import { type FiguresTable, newFiguresTable, reminderOf } from './figures-table.ts';
import { type Menu, newMenu } from './menu.ts';
import type { Words } from './words.ts';

const SCALE =
  'M1 1.5h14l-1.3 2.1a1 1 0 0 1-.8.4H9v2h4.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11' +
  'a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5h4.5v-2h-3.9a1 1 0 0 1-.8-.4zM3 10v1h3.32' +
  'a1.75 1.75 0 0 0 3.36 0h3.32v-1h-3.32a1.75 1.75 0 0 0-3.36 0z';
const ARROW = 'm4 10 4-4 4 4';
const DOTS = 'M3.5 8h.01M8 8h.01M12.5 8h.01';

export interface Panel {
  root: HTMLElement;
  handle: HTMLElement;
  fold: HTMLElement;
  open: HTMLElement;
  body: HTMLElement;
  sum: HTMLElement;
  reminder: HTMLElement;
  menu: Menu;
  table: FiguresTable;
  words: Words;
}

/** Everything that is seen, without a life of its own. */
export function newPanel(site: SiteId, all: Words): Panel {
  const { words, locale } = all;
  const handle = signButton({ label: words.move, path: SCALE, className: 'handle' });
  const fold = signButton({ label: words.fold, path: ARROW, className: 'fold' });
  const open = signButton({ label: words.menu, path: DOTS, className: 'open' });
  open.setAttribute('aria-controls', 'menu');
  const sum = element('span', { class: 'sum' });
  const table = newFiguresTable(all);
  const body = element('div', { class: 'body' }, [table.table]);
  const reminder = element('p', { class: 'reminder', role: 'status' });
  const menu = newMenu(site, all);
  const bar = element('div', { class: 'bar' }, [handle, sum, fold, open]);
  const facts = { class: 'panel', 'aria-label': words.region, lang: locale };
  const root = element('section', facts, [bar, body, reminder, menu.panel]);
  return { root, handle, fold, open, body, sum, reminder, menu, table, words: all };
}

export function showFolded({ root, fold, body, words }: Panel, isFolded: boolean): void {
  const label = isFolded ? words.words.unfold : words.words.fold;
  root.classList.toggle('folded', isFolded);
  body.hidden = isFolded;
  fold.setAttribute('aria-expanded', String(!isFolded));
  fold.setAttribute('aria-label', label);
  fold.title = label;
}

export function showMenu({ menu, open }: Panel, isOpen: boolean): void {
  menu.panel.hidden = !isOpen;
  open.setAttribute('aria-expanded', String(isOpen));
}

/** Writes figures into their places; an answer to the same question changes nothing else. */
export function writeFigures(
  { table, sum, reminder, words }: Panel,
  figures: LiveFigures,
  page: PageSettings,
): void {
  table.show(figures);
  sum.textContent = `${centralText(figures.conversation.gramsCo2e, 'gramsCo2e', words.locale)} CO₂e`;
  const said = page.hasBudgetReminder ? reminderOf(figures, words) : '';
  // Written anew, a line would be read aloud again.
  if (reminder.textContent !== said) reminder.textContent = said;
}
