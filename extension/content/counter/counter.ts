/** The counter on the page: its own layer, its own styles, closed to the page. */
import { paced } from '../../../web/parts/paced.ts';
import type { LiveFigures, PageSettings } from '../../shared/answers.ts';
import type { SiteId } from '../../sites/records.ts';
import { letMove } from './move.ts';
import { newPanel, type Panel, showFolded, showMenu, writeFigures } from './panel.ts';
import { OWN_PLACE, type Place, putAt } from './place.ts';
import { counterSheets } from './style.ts';
import { wordsIn } from './words.ts';

/** Figures change at most four times a second. */
const SHORTEST_MS = 250;

/** What the user did with it. */
export interface CounterState {
  place: Place | null;
  isCollapsed: boolean;
  isHidden: boolean;
}

export interface CounterOptions {
  site: SiteId;
  page: PageSettings;
  onChange(state: CounterState): void;
}

export interface Counter {
  show(figures: LiveFigures): void;
  remove(): void;
}

interface Live {
  panel: Panel;
  host: HTMLElement;
  state: CounterState;
  /** Takes off the page what was put on it. */
  leaving: AbortController;
  tell(): void;
}

/** A host that the page can neither look into nor style. */
function mount(root: HTMLElement, theme: PageSettings['theme']): HTMLElement {
  const host = document.createElement('gramme-counter');
  if (theme !== 'auto') host.dataset.theme = theme;
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = counterSheets();
  shadow.append(root);
  document.documentElement.append(host);
  return host;
}

function remove({ host, leaving }: Live): void {
  leaving.abort();
  host.remove();
}

const placeOf = ({ state }: Live): Place => state.place ?? OWN_PLACE;

function settle(live: Live): void {
  showFolded(live.panel, live.state.isCollapsed);
  putAt(live.panel.root, placeOf(live));
}

function openMenu(live: Live, isOpen: boolean): void {
  showMenu(live.panel, isOpen);
  putAt(live.panel.root, placeOf(live));
}

/** Buttons do what they say; Escape closes the menu while it is open, and nothing else. */
function letAct(live: Live): void {
  const { panel, state, tell } = live;
  panel.fold.addEventListener('click', () => {
    state.isCollapsed = !state.isCollapsed;
    settle(live);
    tell();
  });
  panel.open.addEventListener('click', () => openMenu(live, panel.menu.panel.hidden));
  for (const { button, place } of panel.menu.corners) {
    button.addEventListener('click', () => {
      state.place = place;
      putAt(panel.root, place);
      tell();
    });
  }
  panel.menu.hide.addEventListener('click', () => {
    state.isHidden = true;
    remove(live);
    tell();
  });
  panel.root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.menu.panel.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    openMenu(live, false);
    panel.open.focus();
  });
}

function letBePlaced(live: Live): void {
  const { panel, state, leaving } = live;
  letMove({
    panel: panel.root,
    handle: panel.handle,
    place: () => placeOf(live),
    onMoved: (place, isAtRest) => {
      state.place = place;
      putAt(panel.root, place);
      if (isAtRest) live.tell();
    },
  });
  const { signal } = leaving;
  window.addEventListener('resize', () => putAt(panel.root, placeOf(live)), { signal });
}

/** Puts the counter on the page. It takes no room of it and none of its keys. */
export function newCounter({ site, page, onChange }: CounterOptions): Counter {
  const panel = newPanel(site, wordsIn(page.language));
  const state: CounterState = {
    place: page.counterPlace,
    isCollapsed: page.isCounterCollapsed,
    isHidden: false,
  };
  const host = mount(panel.root, page.theme);
  const leaving = new AbortController();
  const live: Live = { panel, host, state, leaving, tell: () => onChange({ ...state }) };
  letAct(live);
  letBePlaced(live);
  openMenu(live, false);
  settle(live);
  return {
    show: paced(SHORTEST_MS, (figures) => writeFigures(panel, figures, page)),
    remove: () => remove(live),
  };
}
