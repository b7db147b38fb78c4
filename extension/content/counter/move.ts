import { movedBy, type Place, putAt, stepOf } from './place.ts';

/** Steps of the keyboard are told once they have come to rest. */
const REST_MS = 600;

export interface Moving {
  panel: HTMLElement;
  handle: HTMLElement;
  place(): Place;
  /** Moved; told only when it has come to rest. */
  onMoved(place: Place, isAtRest: boolean): void;
}

/** Only the arrow keys, and only while the handle has the focus: all others are the page's. */
function moveByKeys({ panel, handle, place, onMoved }: Moving): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  handle.addEventListener('keydown', (event) => {
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMoved(movedBy(panel, place(), step), false);
    clearTimeout(timer);
    timer = setTimeout(() => onMoved(place(), true), REST_MS);
  });
}

function moveByPointer({ panel, handle, place, onMoved }: Moving): void {
  let from: { start: Place; x: number; y: number } | null = null;
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('moving');
    from = { start: place(), x: event.clientX, y: event.clientY };
  });
  handle.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const pixels = { x: event.clientX - from.x, y: event.clientY - from.y };
    onMoved(movedBy(panel, from.start, pixels), false);
  });
  const end = () => {
    if (from === null) return;
    from = null;
    handle.classList.remove('moving');
    onMoved(place(), true);
  };
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}

/** Lets the panel be dragged by its handle and moved by the arrow keys. */
export function letMove(moving: Moving): void {
  moveByKeys(moving);
  moveByPointer(moving);
  putAt(moving.panel, moving.place());
}
