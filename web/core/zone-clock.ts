import type { ClockShift } from './analysis-contracts.ts';
import { GrammeError } from './error.ts';

const DAY_SECONDS = 86_400;
/** Chats with language models are younger. */
const FIRST_YEAR = 2018;

/** The local calendar of a zone. */
export interface LocalCalendar {
  /** Such as "2026-01-15". */
  dateAt(unixSeconds: number): string;
  /** The first second of a local day, whether or not its clocks ever show midnight. */
  startOf(date: string): number;
}

/** The machine's. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function offsetsOf(zone: string): (unixSeconds: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new GrammeError('out_of_range', '/zone', `"${zone}" is no time zone`);
  }
  return (unixSeconds) => {
    const parts = Object.fromEntries(
      format.formatToParts(unixSeconds * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - unixSeconds;
  };
}

/** The first second of a later offset, between two moments that have different ones. */
function changeBetween(offsetAt: (at: number) => number, from: number, to: number): number {
  const before = offsetAt(from);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** When the clocks of a zone changed, from 2018 until next year. */
export function clockOf(zone: string): ClockShift[] {
  const offsetAt = offsetsOf(zone);
  const first = Date.UTC(FIRST_YEAR, 0, 1) / 1000;
  const last = Date.UTC(new Date().getUTCFullYear() + 2, 0, 1) / 1000;
  const shifts = [{ fromUnixSeconds: 0, offsetSeconds: offsetAt(first) }];
  for (let at = first; at < last; at += 7 * DAY_SECONDS) {
    const next = at + 7 * DAY_SECONDS;
    if (offsetAt(at) === offsetAt(next)) continue;
    shifts.push({
      fromUnixSeconds: changeBetween(offsetAt, at, next),
      offsetSeconds: offsetAt(next),
    });
  }
  return shifts;
}

/** Zones lie within less than that of each other. */
const FARTHEST_SECONDS = 2 * DAY_SECONDS;

export function calendarOf(zone: string): LocalCalendar {
  const offsetAt = offsetsOf(zone);
  const dateAt = (unixSeconds: number) => {
    const whole = Math.floor(unixSeconds);
    return new Date((whole + offsetAt(whole)) * 1000).toISOString().slice(0, 10);
  };
  const startOf = (date: string) => {
    const utcMidnight = Date.parse(`${date}T00:00:00Z`) / 1000;
    if (Number.isNaN(utcMidnight)) throw new GrammeError('out_of_range', '/date', 'no date');
    let before = utcMidnight - FARTHEST_SECONDS;
    let after = utcMidnight + FARTHEST_SECONDS;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dateAt(middle) < date) before = middle;
      else after = middle;
    }
    return after;
  };
  return { dateAt, startOf };
}
