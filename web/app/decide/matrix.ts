/** A decision matrix as a table: one row for each service and language (docs/data.md#decision-matrices). */
import type { Figure } from '../../core/contracts.ts';
import { type Fields, isRecord, listAt, textAt } from './content.ts';
import { ownCriteria } from './criteria.ts';
import { changed, contentOf, setIn, type YamlDocument } from './yaml-file.ts';

/** Keys of a row that have a column; what else a file holds is judged and kept too. */
const BUILT_IN_COLUMNS = [
  'files_per_month',
  'audio_minutes',
  'video_minutes',
  'characters',
  'output_characters',
  'criticality',
  'cost_per_file',
  'seconds_per_file',
] as const;

/** A column of the table: where its figure stands in a row. */
export interface Column {
  id: string;
  path: readonly string[];
  /** A criterion of the document's own, named as it names it. */
  isOwn: boolean;
}

export function columnsOf(document: YamlDocument): Column[] {
  return [
    ...BUILT_IN_COLUMNS.map((id) => ({ id, path: [id], isOwn: false })),
    ...ownCriteria(document).map((id) => ({ id, path: ['values', id], isOwn: true })),
  ];
}

export const KINDS = ['transcription', 'translation', 'text-generation'] as const;

export interface MatrixRow {
  service: string;
  kind: string;
  language: string;
  /** Where it stands in the document. */
  path: readonly ['services', number, 'languages', number];
  /** By the id of their column. */
  cells: ReadonlyMap<string, Figure>;
}

function figureOf(value: unknown): Figure | undefined {
  if (typeof value === 'number') return value;
  if (!isRecord(value)) return undefined;
  const { low, central, high } = value;
  if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number') {
    return undefined;
  }
  return { low, central, high };
}

function cellsOf(language: unknown, columns: Column[]): MatrixRow['cells'] {
  return new Map(
    columns.flatMap(({ id, path }) => {
      const found = path.reduce<unknown>(
        (at, key) => (isRecord(at) ? at[key] : undefined),
        language,
      );
      const figure = figureOf(found);
      return figure === undefined ? [] : [[id, figure] as const];
    }),
  );
}

export function rowsOf(document: YamlDocument): MatrixRow[] {
  const columns = columnsOf(document);
  return listAt(contentOf(document), 'services').flatMap((service, place) =>
    listAt(service, 'languages').map((language, index) => ({
      service: textAt(service, 'id'),
      kind: textAt(service, 'kind'),
      language: textAt(language, 'id'),
      path: ['services', place, 'languages', index] as const,
      cells: cellsOf(language, columns),
    })),
  );
}

export function setCell(
  document: YamlDocument,
  { path }: MatrixRow,
  column: Column,
  figure: Figure | null,
): YamlDocument {
  return setIn(document, [...path, ...column.path], figure);
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
