import type { LocalFootprint } from '../../web/core/node.ts';
import { formatRange } from '../output.ts';

const PAUSE_MILLISECONDS = 1000;
const ERASE = '\r\x1b[K';

export interface LiveLine {
  show(footprint: LocalFootprint): void;
  end(): void;
}

const NOTHING: LiveLine = { show: () => {}, end: () => {} };

/**
 * One line on standard error, written anew each second. Only where it disturbs nothing: on a
 * terminal that the command's own output does not go to, or where it was asked for.
 */
export function startLiveLine(isAskedFor: boolean): LiveLine {
  const isFree = isAskedFor || process.stdout.isTTY !== true;
  if (process.stderr.isTTY !== true || !isFree) return NOTHING;
  const begun = Date.now();
  let figures = '';
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / PAUSE_MILLISECONDS);
    process.stderr.write(`${ERASE}gramme: ${seconds} s${figures}`);
  }, PAUSE_MILLISECONDS);
  return {
    show({ energyWattHours, gramsCo2e }) {
      figures = ` · ${formatRange(energyWattHours)} Wh · ${formatRange(gramsCo2e)} gCO2e`;
    },
    end() {
      clearInterval(timer);
      process.stderr.write(ERASE);
    },
  };
}
