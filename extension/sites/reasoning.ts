import { normalise } from './text.ts';

/**
 * Labels by which a page says that the model reasoned, in the languages the sites are known in.
 * A language that is missing here loses the seconds, never a count.
 */
const verbs = [
  'thought|thinking|reasoned|reasoning|pondered|stopped thinking',
  'a réfléchi|réflexion|réfléchi|raisonnement|a raisonné',
  'nachgedacht|überlegt|denkt nach',
  'ha pensado|pensado|pensó|pensando|ha razonado|razonado|razonó',
  'pensou|pensado|raciocinou',
  'ha pensato|pensato|pensiero|ha ragionato|ragionato|ragionamento',
  '已思考|已深度思考|思考了?|持续思考|推理了?',
];
const reasoned = new RegExp(`^(?:${verbs.join('|')})`, 'i');
const prepositions = /^\s*(?:for|pendant|durante|durant|für|por|per|了|(?:時間|时间)?[:：]?)\s*/i;
/** Japanese and German also put the time first. */
const timeFirst = /^(.+?)\s*(?:思考(?:しました)?|(?:lang )?nachgedacht)$/i;

/** Words for hours, minutes and seconds, in that order. */
const units = [
  'h|hr|hrs|hours?|heures?|std|stunden?|horas?|or[ae]|小时|小時|時間',
  'm|mn|min|mins|minutes?|minuten|minutos?|minut[oi]|分钟|分鐘|分間|分',
  's|sec|secs|sek|seg|seconds?|secondes?|sekunden?|segundos?|second[oi]|秒間|秒钟|秒鐘|秒',
];
const unitSeconds = [3600, 60, 1];
const glue = /^(?:\s*(?:,|and|et|und|y|e|i)(?=\s)|)\s*/i;
const longestSeconds = 86_400;

/** True when a label says that the model reasoned, with or without a time. */
export function isReasoningLabel(label: string): boolean {
  return reasoned.test(label) || timeFirst.test(label);
}

/** The seconds that a label like "Thought for 1m 5s" tells; null when it tells none exactly. */
export function readReasoningSeconds(label: string): number | null {
  // What stands behind a dot belongs to something else: "Thought for 5s · 3 sources".
  const [first = ''] = normalise(label).split(/\s*[·•|]\s*/);
  const text = first.replace(/\s*[.…›>]+$/, '');
  const verb = reasoned.exec(text);
  if (verb !== null) return durationOf(text.slice(verb[0].length).replace(prepositions, ''));
  const before = timeFirst.exec(text)?.[1];
  return before === undefined ? null : durationOf(before);
}

/** Amounts with their units, greatest unit first, and nothing else. */
function durationOf(text: string): number | null {
  let rest = text;
  let total: number | null = null;
  units.forEach((words, index) => {
    const amount = new RegExp(`^(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*(?:${words})(?!\\p{L})\\.?`, 'iu');
    const found = amount.exec(rest);
    if (found === null) return;
    const value = Number((found[1] ?? '').replace(',', '.'));
    const isTooMany = total !== null && value >= 60;
    total = isTooMany ? Number.NaN : (total ?? 0) + value * (unitSeconds[index] ?? 0);
    rest = rest.slice(found[0].length).replace(glue, '');
  });
  if (total === null || rest !== '' || !(total <= longestSeconds)) return null;
  return total;
}

/** Sum over the phases of an answer; the same label twice is one phase with a hidden copy. */
export function sumReasoningSeconds(labels: readonly string[]): number | null {
  const phases = [...new Set(labels.map(normalise))].map(readReasoningSeconds);
  const known = phases.filter((seconds) => seconds !== null);
  return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0);
}
