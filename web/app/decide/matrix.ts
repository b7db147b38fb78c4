/** A decision matrix as a table: one row for each service and language (docs/data.md#decision-matrices). */
import type { Figure } from '../../core/contracts.ts';
import { changed, contentOf, setIn, type YamlDocument } from './yaml-file.ts';

/** Keys of a row that have a column; what else a file holds is judged and kept too. */
export const COLUMNS = [
  'files_per_month',
  'audio_minutes',
  'video_minutes',
  'characters',
  'output_characters',
  'criticality',
  'cost_per_file',
  'seconds_per_file',
] as const;
export type Column = (typeof COLUMNS)[number];

export const KINDS = ['transcription', 'translation', 'text-generation'] as const;

export interface MatrixRow {
  service: string;
  kind: string;
  language: string;
  /** Where it stands in the document. */
  path: readonly ['services', number, 'languages', number];
  cells: Partial<Record<Column, Figure>>;
}

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listAt = (value: unknown, key: string): unknown[] => {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};
const textAt = (value: unknown, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
};

function figureOf(value: unknown): Figure | undefined {
  if (typeof value === 'number') return value;
  if (!isRecord(value)) return undefined;
  const { low, central, high } = value;
  if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number') {
    return undefined;
  }
  return { low, central, high };
}

function cellsOf(language: unknown): MatrixRow['cells'] {
  if (!isRecord(language)) return {};
  const cells: MatrixRow['cells'] = {};
  for (const column of COLUMNS) {
    const figure = figureOf(language[column]);
    if (figure !== undefined) cells[column] = figure;
  }
  return cells;
}

export function rowsOf(document: YamlDocument): MatrixRow[] {
  return listAt(contentOf(document), 'services').flatMap((service, place) =>
    listAt(service, 'languages').map((language, index) => ({
      service: textAt(service, 'id'),
      kind: textAt(service, 'kind'),
      language: textAt(language, 'id'),
      path: ['services', place, 'languages', index] as const,
      cells: cellsOf(language),
    })),
  );
}

export function setCell(
  document: YamlDocument,
  { path }: MatrixRow,
  column: Column,
  figure: Figure | null,
): YamlDocument {
  return setIn(document, [...path, column], figure);
}

/** Without that row; a service goes with its last language. */
export function withoutRow(document: YamlDocument, { path }: MatrixRow): YamlDocument {
  const [services, place] = path;
  const service = listAt(contentOf(document), services)[place];
  const isLast = listAt(service, 'languages').length === 1;
  return setIn(document, isLast ? [services, place] : path, null);
}

export interface NewRow {
  service: string;
  kind: string;
  language: string;
}

const FIRST_FILES = 100;
const FIRST_CELLS: Record<string, Fields> = {
  transcription: { audio_minutes: 30 },
  translation: { characters: 4000 },
  'text-generation': { characters: 2000, output_characters: 4000 },
};

/** With a row more: to the service of that name, or to a new one. */
export function withRow(document: YamlDocument, { service, kind, language }: NewRow): YamlDocument {
  const services = listAt(contentOf(document), 'services');
  const place = services.findIndex((entry) => textAt(entry, 'id') === service);
  const known = place < 0 ? kind : textAt(services[place], 'kind');
  const row = { id: language, files_per_month: FIRST_FILES, ...FIRST_CELLS[known] };
  return changed(document, (copy) => {
    if (place >= 0)
      copy.addIn(['services', place, 'languages'], copy.createNode(row, { flow: true }));
    else copy.addIn(['services'], copy.createNode({ id: service, kind, languages: [row] }));
  });
}

/** Weights that the document gives, by criterion. */
export function weightsOf(document: YamlDocument): Map<string, number> {
  return new Map(
    listAt(contentOf(document), 'criteria').flatMap((entry) => {
      const weight = isRecord(entry) ? entry.weight : undefined;
      return typeof weight === 'number' ? [[textAt(entry, 'id'), weight] as const] : [];
    }),
  );
}

/** With that weight of each criterion; a set that was only meant is written down, so that it stays. */
export function withWeights(
  document: YamlDocument,
  weights: ReadonlyMap<string, number>,
): YamlDocument {
  const content = contentOf(document);
  const ids = listAt(content, 'criteria').map((entry) => textAt(entry, 'id'));
  return changed(document, (copy) => {
    if (textAt(content, 'criteria_set') === '' && textAt(content, 'method') !== 'impact') {
      if (ids.length === 0) copy.set('criteria_set', 'footprint');
    }
    if (ids.length === 0) copy.set('criteria', copy.createNode([]));
    for (const [id, weight] of weights) {
      const place = ids.indexOf(id);
      if (place >= 0) copy.setIn(['criteria', place, 'weight'], weight);
      else copy.addIn(['criteria'], copy.createNode({ id, weight }, { flow: true }));
    }
  });
}

/** Criteria that the core knows by itself; each set has some of them. */
const BUILT_IN = new Set([
  'energy',
  'carbon',
  'cost',
  'performance',
  'scalability',
  'cpu',
  'gpu',
  'memory',
  'time',
  'frequency',
  'file_size',
  'criticality',
]);

export const CRITERIA_SETS = ['footprint', 'resources', 'impact'] as const;
export type CriteriaSet = (typeof CRITERIA_SETS)[number];

/** The set that the document judges by. */
export function criteriaSetOf(document: YamlDocument): CriteriaSet {
  const usual = headText(document, 'method') === 'impact' ? 'impact' : 'footprint';
  const named = headText(document, 'criteria_set');
  return CRITERIA_SETS.find((set) => set === named) ?? usual;
}

/** With another set, at its own weights; criteria of one's own stay. */
export function withCriteriaSet(document: YamlDocument, set: CriteriaSet): YamlDocument {
  const ids = listAt(contentOf(document), 'criteria').map((entry) => textAt(entry, 'id'));
  return changed(document, (copy) => {
    copy.set('criteria_set', set);
    if (set === 'impact') copy.set('method', 'impact');
    else copy.delete('method');
    for (let place = ids.length - 1; place >= 0; place--) {
      if (BUILT_IN.has(ids[place] ?? '')) copy.deleteIn(['criteria', place]);
    }
    if (ids.every((id) => BUILT_IN.has(id))) copy.delete('criteria');
  });
}

/** A number of the document's head, such as `growth_per_month`. */
export function headNumber(document: YamlDocument, key: string): number | null {
  const content = contentOf(document);
  const found = isRecord(content) ? content[key] : undefined;
  return typeof found === 'number' ? found : null;
}

/** A text of the document's head, such as `region`. */
export function headText(document: YamlDocument, key: string): string {
  return textAt(contentOf(document), key);
}
