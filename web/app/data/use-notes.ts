/** What to know of an analysis, in sentences. */
import type { Analysis } from '../../core/analysis-contracts.ts';
import type { Range } from '../../core/contracts.ts';
import { dayText } from '../../parts/amount-words.ts';
import { language, optionalText } from '../../words/words.ts';
import { plural, text } from './words.ts';

const MOST_SPANS = 3;
const MOST_NAMES = 12;
const LONGEST_NAME = 80;

/** Names come from files: shown as far as a line goes. */
const shortened = (name: string) =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;

function shareText(share: number): string {
  return new Intl.NumberFormat(language(), {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  })
    .format(share)
    .replace('-', '−');
}

/** Carbon a month, as a share of the mean: "+12 % (+3 % – +20 %)". */
export function trendText({ trend }: Analysis): string | null {
  if (trend === null) return null;
  const { low, central, high }: Range = trend.sharePerMonth;
  return text('trend', shareText(central), shareText(low), shareText(high));
}

function missingText({ missingDays: { days, spans } }: Analysis): string | null {
  if (days === 0) return null;
  const shown = spans
    .slice(0, MOST_SPANS)
    .map(({ from, to }) =>
      from === to ? dayText(from) : text('span', dayText(from), dayText(to)),
    );
  const list = new Intl.ListFormat(language(), { type: 'unit' }).format(shown);
  const isWhole = spans.length <= MOST_SPANS;
  return plural('missing', days, isWhole ? `${list}.` : `${list}…`);
}

function unknownTexts({ unknownModels, models }: Analysis): string[] {
  const names = new Map(models.map(({ id, name }) => [id, name]));
  const notes = unknownModels.slice(0, MOST_NAMES).map(({ name, countedAs, requests }) => {
    // The catalog has names of its own for what it knows.
    const known = names.get(countedAs) ?? countedAs;
    const shown = known === countedAs ? text('usual_model') : known;
    const count = Math.round(requests);
    return name === ''
      ? plural('unnamed_model', count, shown)
      : plural('unknown_model', count, shortened(name), shown);
  });
  const more = unknownModels.length - MOST_NAMES;
  return more > 0 ? [...notes, plural('more_unknown', more)] : notes;
}

function activityTexts({ activities }: Analysis): string[] {
  return activities.map(({ section, name, description, profile, total, days }) => {
    const shown = shortened(`${section} / ${name}`);
    const counted = plural('activity', Math.round(total), shown, plural('days', days));
    const how = profile === '' ? text('not_weighed') : text('weighed_as', profile);
    return [`${counted} ${how}`, shortened(description)].filter((part) => part !== '').join(' ');
  });
}

/** The extension counts on the page what an export of the same chats holds too. */
function overlapText({ files }: Analysis): string | null {
  const has = (...kinds: string[]) => files.some(({ kind }) => kinds.includes(kind));
  const isTwice = has('gramme_export') && has('chatgpt_export', 'claude_export');
  return isTwice ? text('overlap') : null;
}

export interface UseNotes {
  notes: string[];
  activities: string[];
  /** What was assumed, the most frequent first. */
  assumed: string[];
}

export function notesOf(analysis: Analysis): UseNotes {
  const { undated, total } = analysis;
  const notes = [
    overlapText(analysis),
    trendText(analysis),
    missingText(analysis),
    undated.requests > 0 ? plural('undated', Math.round(undated.requests)) : null,
    ...unknownTexts(analysis),
  ];
  const assumed = Object.entries(total.warnings)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => {
      const sentence = optionalText(`warning_${code}`) ?? text('warning_other', shortened(code));
      return `${sentence} (${plural('requests', Math.round(count))})`;
    });
  return {
    notes: notes.filter((note) => note !== null),
    activities: activityTexts(analysis),
    assumed,
  };
}

/** How sure tokens are that files tell of, or whose texts they hold. */
export const tokensExplained = () => ({
  exact: text('tokens_exact'),
  estimated: text('tokens_estimated'),
});
