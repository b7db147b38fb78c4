import { siteFacts } from '../../shared/site-facts.ts';
import type { SiteId } from '../../sites/records.ts';
import { element } from './element.ts';
import { CORNERS, type Place } from './place.ts';
import { filled, type Words } from './words.ts';

export interface Menu {
  panel: HTMLElement;
  corners: { button: HTMLButtonElement; place: Place }[];
  hide: HTMLButtonElement;
}

/** Corners for those who do not drag, and the way to put the counter away. */
export function newMenu(site: SiteId, { words }: Words): Menu {
  const names = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;
  const corners = names.map((name) => ({
    button: element('button', { type: 'button' }, [words[name]]),
    place: CORNERS[name],
  }));
  const label = filled(words.hide, siteFacts[site].name);
  const hide = element('button', { type: 'button', class: 'hide' }, [label]);
  const buttons = element(
    'div',
    { class: 'corners' },
    corners.map(({ button }) => button),
  );
  const note = element('p', {}, [words.hideNote]);
  const panel = element('div', { class: 'menu', id: 'menu', hidden: '' }, [buttons, hide, note]);
  return { panel, corners, hide };
}
