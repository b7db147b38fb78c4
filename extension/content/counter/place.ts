/** Where the counter is: shares of the room that the window leaves it, 0 left and top. */
export interface Place {
  x: number;
  y: number;
}

export const CORNERS = {
  topLeft: { x: 0, y: 0 },
  topRight: { x: 1, y: 0 },
  bottomLeft: { x: 0, y: 1 },
  bottomRight: { x: 1, y: 1 },
} as const satisfies Record<string, Place>;

/** At the right, above what sites keep in the corner below. */
export const OWN_PLACE: Place = { x: 1, y: 0.72 };

const EDGE = 12;
const STEP = 16;
const LONG_STEP = 80;

const within = (value: number) => Math.min(1, Math.max(0, value));

function room(panel: HTMLElement): { width: number; height: number } {
  const { width, height } = panel.getBoundingClientRect();
  return {
    width: Math.max(1, window.innerWidth - width - 2 * EDGE),
    height: Math.max(1, window.innerHeight - height - 2 * EDGE),
  };
}

/** Puts the panel there; it stays inside of the window. */
export function putAt(panel: HTMLElement, { x, y }: Place): void {
  const { width, height } = room(panel);
  panel.style.setProperty('left', `${Math.round(EDGE + x * width)}px`);
  panel.style.setProperty('top', `${Math.round(EDGE + y * height)}px`);
}

/** A place that many pixels away. */
export function movedBy(panel: HTMLElement, place: Place, pixels: Place): Place {
  const { width, height } = room(panel);
  return { x: within(place.x + pixels.x / width), y: within(place.y + pixels.y / height) };
}

/** Where an arrow key leads, or null for any other key. */
export function stepOf(event: KeyboardEvent): Place | null {
  const step = event.shiftKey ? LONG_STEP : STEP;
  const steps: Record<string, Place> = {
    ArrowLeft: { x: -step, y: 0 },
    ArrowRight: { x: step, y: 0 },
    ArrowUp: { x: 0, y: -step },
    ArrowDown: { x: 0, y: step },
  };
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
  return hasModifier ? null : (steps[event.key] ?? null);
}
