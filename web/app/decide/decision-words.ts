import type { Advice, AdviceReason, DecisionRow } from '../../core/decision-contracts.ts';
import { language, optionalText } from '../../words/words.ts';
import { text } from './words.ts';

export const criterionName = (id: string): string =>
  optionalText(`criterion_${id}`) ?? id.replaceAll('_', ' ');

/** The core writes units in English: "kWh/month", "busy hours/month". */
export function unitText(unit: string): string {
  const [amount = '', per] = unit.split('/');
  const shown =
    optionalText(`unit_${amount.replaceAll(' ', '_')}`) ?? amount.replace('CO2e', 'CO₂e');
  if (per === undefined) return shown;
  return `${shown} / ${optionalText(`per_${per}`) ?? per}`;
}

export const adviceName = (advice: Advice | null): string =>
  advice === null ? text('advice_none') : text(`advice_${advice}`);

const number = (value: number) =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value);

const REASONS: Record<AdviceReason, true> = {
  below_monitor: true,
  from_monitor: true,
  volume_drives: true,
  volume_does_not_help: true,
  from_deactivate: true,
  criticality_protects: true,
};

/** Why that advice is given, with what pushes the score. */
export function reasonText({ reason, reducedFilesPerMonth, pushedBy }: DecisionRow): string {
  if (reason === null || !(reason in REASONS)) return text('reason_none');
  const files = reducedFilesPerMonth === null ? '' : number(reducedFilesPerMonth);
  const list = new Intl.ListFormat(language(), { type: 'unit' });
  return text(`reason_${reason}`, files, list.format(pushedBy.map(criterionName)));
}

export const filesText = number;

export const scoreText = (score: number | null): string =>
  score === null
    ? '–'
    : new Intl.NumberFormat(language(), {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(score);
