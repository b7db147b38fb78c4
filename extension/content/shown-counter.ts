import type { LiveFigures, PageSettings } from '../shared/answers.ts';
import { ask } from '../shared/ask.ts';
import type { SiteId } from '../sites/records.ts';
import { type Counter, type CounterState, newCounter } from './counter/counter.ts';

/** The counter of this tab: there from the first figures on, as long as it is wanted. */
export interface ShownCounter {
  show(figures: LiveFigures): void;
  /** Another conversation is shown: its figures are not known yet. */
  clear(): void;
  /** Takes over settings that were changed meanwhile. */
  follow(page: PageSettings): void;
  remove(): void;
}

/** The settings after the user has moved, folded or hidden the counter. */
function settingsAfter(page: PageSettings, state: CounterState): PageSettings {
  return {
    ...page,
    counterPlace: state.place,
    isCounterCollapsed: state.isCollapsed,
    isCounterShown: page.isCounterShown && !state.isHidden,
  };
}

export function newShownCounter(site: SiteId, first: PageSettings): ShownCounter {
  let page = first;
  let counter: Counter | null = null;
  let figures: LiveFigures | null = null;
  const remove = () => {
    counter?.remove();
    counter = null;
  };
  const onChange = (state: CounterState) => {
    page = settingsAfter(page, state);
    if (state.isHidden) counter = null;
    ask({ type: 'counter/changed', ...state }).catch(() => undefined);
  };
  const show = () => {
    if (!page.isCounterShown || figures === null) return;
    counter ??= newCounter({ site, page, onChange });
    counter.show(figures);
  };
  return {
    show(newest) {
      figures = newest;
      show();
    },
    clear() {
      figures = null;
      remove();
    },
    follow(changed) {
      if (JSON.stringify(changed) === JSON.stringify(page)) return;
      page = changed;
      remove();
      show();
    },
    remove,
  };
}
