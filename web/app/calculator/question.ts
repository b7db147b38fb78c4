/** What the calculator is asked: the state of its page, as its link has it. */
import type { EstimateRequest, Figure } from '../../core/contracts.ts';
import { methodOf } from '../parts/choices.ts';

export interface Question {
  model: string;
  /** Empty: the provider's usual one. */
  region: string;
  /** "method" or "method/profile"; empty: the default. */
  method: string;
  inputTokens: Figure;
  cachedInputTokens: Figure;
  outputTokens: Figure;
  carbonIntensityGramsCo2ePerKilowattHour: number | null;
  pue: number | null;
}

export const FIRST_QUESTION: Question = {
  model: 'gpt-5-5',
  region: '',
  method: '',
  inputTokens: 200,
  cachedInputTokens: 0,
  outputTokens: 400,
  carbonIntensityGramsCo2ePerKilowattHour: null,
  pue: null,
};

const LONGEST_WORD = 64;
/** Between the ends of a range in a link. */
const BETWEEN = '~';

/** Names in links are ids of the catalog; anything else is not even asked about. */
const isWord = (value: string) => value.length <= LONGEST_WORD && /^[\w./:-]*$/.test(value);

function wordIn(params: URLSearchParams, name: string, otherwise: string): string {
  const value = params.get(name);
  return value !== null && isWord(value) ? value : otherwise;
}

const isAmount = (value: number) => Number.isFinite(value) && value >= 0;

function figureIn(params: URLSearchParams, name: string, otherwise: Figure): Figure {
  const written = params.get(name);
  if (written === null || written === '') return otherwise;
  const [low = Number.NaN, central = low, high = central] = written.split(BETWEEN).map(Number);
  if (![low, central, high].every(isAmount) || low > central || central > high) return otherwise;
  return low === high ? central : { low, central, high };
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const figure = figureIn(params, name, Number.NaN);
  return typeof figure === 'number' && !Number.isNaN(figure) ? figure : null;
}

const short = (value: number) => Number(value.toPrecision(6));

function figureText(figure: Figure): string {
  if (typeof figure === 'number') return String(figure);
  return [figure.low, figure.central, figure.high].map(short).join(BETWEEN);
}

/** What a link says; what it does not say, or says wrongly, is as at the start. */
export function readQuestion(params: URLSearchParams): Question {
  const first = FIRST_QUESTION;
  return {
    model: wordIn(params, 'model', first.model) || first.model,
    region: wordIn(params, 'region', first.region),
    method: wordIn(params, 'method', first.method),
    inputTokens: figureIn(params, 'in', first.inputTokens),
    cachedInputTokens: figureIn(params, 'cached', first.cachedInputTokens),
    outputTokens: figureIn(params, 'out', first.outputTokens),
    carbonIntensityGramsCo2ePerKilowattHour: numberIn(params, 'intensity'),
    pue: numberIn(params, 'pue'),
  };
}

/** The link's side of a question: tokens and choices, never a text. */
export function writeQuestion(question: Question): URLSearchParams {
  const params = new URLSearchParams({
    model: question.model,
    in: figureText(question.inputTokens),
    out: figureText(question.outputTokens),
  });
  const { cachedInputTokens: cached, pue } = question;
  const intensity = question.carbonIntensityGramsCo2ePerKilowattHour;
  if (question.region !== '') params.set('region', question.region);
  if (question.method !== '') params.set('method', question.method);
  if (cached !== 0) params.set('cached', figureText(cached));
  if (intensity !== null) params.set('intensity', String(intensity));
  if (pue !== null) params.set('pue', String(pue));
  return params;
}

/** The core's side of it. */
export function requestOf(question: Question): EstimateRequest {
  const { model, region, inputTokens, outputTokens, cachedInputTokens, pue } = question;
  const intensity = question.carbonIntensityGramsCo2ePerKilowattHour;
  return {
    model,
    inputTokens,
    outputTokens,
    ...(cachedInputTokens === 0 ? {} : { cachedInputTokens }),
    ...methodOf(question.method),
    ...(region === '' ? {} : { region }),
    ...(intensity === null ? {} : { carbonIntensityGramsCo2ePerKilowattHour: intensity }),
    ...(pue === null ? {} : { pue }),
  };
}
