import type { Figure, Warning } from '../core/contracts.ts';
import { asRange, tokensRangeText } from '../look/figures.ts';
import type { EstimateDetail } from './meter-contracts.ts';
import { language, optionalText, text } from './text.ts';

const tokensText = (figure: Figure) => tokensRangeText(asRange(figure), language());

/** "≈ 240 (220–260) written". */
export const writtenText = ({ tokens }: EstimateDetail): string =>
  text('widget_written', tokensText(tokens.output));

/** "12 read, 4 from the cache"; says where it is not known. */
export function readText({ tokens: { input, cachedInput } }: EstimateDetail): string {
  const read =
    input === null ? text('widget_read_unknown') : text('widget_read', tokensText(input));
  if (asRange(cachedInput).high === 0) return read;
  return `${read}, ${text('widget_read_cached', tokensText(cachedInput))}`;
}

export const isEstimated = ({ tokens: { input, output } }: EstimateDetail): boolean =>
  [input ?? 0, output].some((figure) => typeof figure !== 'number' && figure.low !== figure.high);

/** Each once, as sentences. */
export function warningTexts(warnings: readonly Warning[]): string[] {
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return codes.map((code) => optionalText(`warning_${code}`) ?? text('warning_other', code));
}
