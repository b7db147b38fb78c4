import { all, has, isOrHas, lastOf } from './select.ts';
import { normalise } from './text.ts';
import type { ControlSelectors, Controls } from './types.ts';

/**
 * Labels of stop buttons as a last resort: test ids come first, labels are translated.
 * Whole labels, so that "Stop recording" of a voice button is no stop.
 */
const stopLabels = new Set([
  'stop',
  'stop streaming',
  'stop generating',
  'stop response',
  'stop answer',
  'arrêter',
  'arrêter la diffusion',
  'arrêter la génération',
  'arrêter la réponse',
  'stoppen',
  'antwort stoppen',
  'generierung stoppen',
  'streaming beenden',
  'detener',
  'detener respuesta',
  'detener la transmisión',
  'parar',
  'parar resposta',
  'interrompi',
  'interrompi risposta',
  'zatrzymaj',
  'остановить',
  '停止',
  '停止回答',
  '停止生成',
  '停止串流',
  '生成を停止',
  '応答を停止',
  '중지',
]);

const longestLabel = 80;

export function readControls(page: Document, selectors: ControlSelectors): Controls {
  const composers = all(page, selectors.composer);
  return {
    hasComposer: composers.length > 0,
    composerLength: composers.reduce((sum, box) => sum + lengthOf(box), 0),
    hasEditBox: all(page, selectors.editBox).some((box) => isEditBox(box, selectors)),
    hasStopButton: hasStopButton(page, selectors),
    pickerLabel: readPicker(page, selectors),
  };
}

export function hasStopButton(page: Document, selectors: ControlSelectors): boolean {
  if (has(page, selectors.stop) || isEnabledWhileEmpty(page, selectors)) return true;
  return all(page, selectors.stopScope).some(
    (button) => isStopLabel(button) && isShown(button) && isInComposer(button, selectors),
  );
}

function isEnabledWhileEmpty(page: Document, selectors: ControlSelectors): boolean {
  const buttons = all(page, selectors.enabledToStop);
  if (!buttons.some((button) => isShown(button) && isInComposer(button, selectors))) return false;
  const composers = all(page, selectors.composer);
  return composers.length > 0 && composers.every((box) => lengthOf(box) === 0);
}

/** By attributes only: asking for styles in every batch of mutations costs the page a layout. */
function isShown(button: Element): boolean {
  return !button.matches(':disabled') && button.closest('[hidden], [aria-hidden="true"]') === null;
}

function isInComposer(button: Element, selectors: ControlSelectors): boolean {
  return button.closest(selectors.outside) === null;
}

export function isStopButton(element: Element, selectors: ControlSelectors): boolean {
  const button = element.closest('button, [role="button"]');
  if (button === null) return false;
  const marks = [selectors.stop, selectors.enabledToStop];
  return marks.some((mark) => isOrHas(button, mark)) || isStopLabel(button);
}

function isStopLabel(button: Element): boolean {
  const label = button.getAttribute('aria-label');
  return label !== null && stopLabels.has(label.trim().toLowerCase());
}

function lengthOf(box: Element): number {
  if (box instanceof HTMLTextAreaElement) return box.value.trim().length;
  return normalise((box.textContent ?? '').slice(0, 1000)).length;
}

function isEditBox(box: Element, selectors: ControlSelectors): boolean {
  return !box.matches(selectors.composer) && box.closest(selectors.outside) === null;
}

function readPicker(page: Document, selectors: ControlSelectors): string | null {
  for (const { selector, inner } of selectors.pickers) {
    const picker = lastOf(all(page, selector));
    const shown = inner === null ? picker : (picker?.querySelector(inner) ?? null);
    const label = cleanLabel(shown?.textContent ?? '', selectors);
    if (label !== '') return label;
    const spoken = cleanLabel(picker?.getAttribute('aria-label') ?? '', selectors);
    if (spoken !== '') return spoken;
  }
  return null;
}

function cleanLabel(text: string, selectors: ControlSelectors): string {
  let label = normalise(text);
  for (const prefix of selectors.pickerPrefixes) label = label.replace(prefix, '').trim();
  return label.slice(0, longestLabel);
}
