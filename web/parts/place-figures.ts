import { html } from 'lit';
import { text } from '../words/words.ts';
import './own-figure.ts';

/** Figures of a place that stand in for the catalog's; null: the catalog's. */
export interface PlaceFigures {
  carbonIntensityGramsCo2ePerKilowattHour: number | null;
  pue: number | null;
}

/** What the core takes (docs/data.md#estimate). */
const INTENSITY_LIMITS = [0.001, 2000];
const PUE_LIMITS = [1, 3];

/** Fields for one's own carbon intensity and PUE. */
export function placeFigures(
  { carbonIntensityGramsCo2ePerKilowattHour, pue }: PlaceFigures,
  onChange: (change: Partial<PlaceFigures>) => void,
) {
  return html`<own-figure
      label=${text('intensity_label')}
      hint=${text('intensity_hint')}
      wrong=${text('intensity_wrong')}
      .value=${carbonIntensityGramsCo2ePerKilowattHour}
      .limits=${INTENSITY_LIMITS}
      @chosen=${({ detail }: CustomEvent<number | null>) =>
        onChange({ carbonIntensityGramsCo2ePerKilowattHour: detail })}
    ></own-figure>
    <own-figure
      label=${text('pue_label')}
      hint=${text('pue_hint')}
      wrong=${text('pue_wrong')}
      .value=${pue}
      .limits=${PUE_LIMITS}
      @chosen=${({ detail }: CustomEvent<number | null>) => onChange({ pue: detail })}
    ></own-figure>`;
}
