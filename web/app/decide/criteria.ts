/** The criteria of a decision matrix: sets that the core knows, and those of the document's own. */
import { isRecord, listAt, textAt } from './content.ts';
import { changed, contentOf, type YamlDocument } from './yaml-file.ts';

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
  const usual = textAt(contentOf(document), 'method') === 'impact' ? 'impact' : 'footprint';
  const named = textAt(contentOf(document), 'criteria_set');
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

const idsOf = (document: YamlDocument): string[] =>
  listAt(contentOf(document), 'criteria').map((entry) => textAt(entry, 'id'));

/** Ids of criteria that the core does not know: their values stand in the rows. */
export const ownCriteria = (document: YamlDocument): string[] =>
  idsOf(document).filter((id) => !BUILT_IN.has(id));

export interface NewCriterion {
  id: string;
  worse: 'more' | 'less';
}

/** A tenth of what the usual sets come to. */
const FIRST_WEIGHT = 10;

/** With a criterion of one's own beside those of the set; its values are still to be given. */
export function withCriterion(document: YamlDocument, { id, worse }: NewCriterion): YamlDocument {
  const ids = idsOf(document);
  if (ids.includes(id) || BUILT_IN.has(id)) return document;
  return changed(document, (copy) => {
    if (ids.length === 0) copy.set('criteria_set', criteriaSetOf(document));
    if (ids.length === 0) copy.set('criteria', copy.createNode([]));
    copy.addIn(['criteria'], copy.createNode({ id, weight: FIRST_WEIGHT, worse }, { flow: true }));
  });
}

/** Without it, and without its values in any row. */
export function withoutCriterion(document: YamlDocument, id: string): YamlDocument {
  const services = listAt(contentOf(document), 'services');
  return changed(document, (copy) => {
    copy.deleteIn(['criteria', idsOf(document).indexOf(id)]);
    services.forEach((service, place) => {
      listAt(service, 'languages').forEach((language, index) => {
        const values = isRecord(language) ? language.values : undefined;
        if (!isRecord(values) || !(id in values)) return;
        const path = ['services', place, 'languages', index, 'values'];
        copy.deleteIn(Object.keys(values).length === 1 ? path : [...path, id]);
      });
    });
  });
}
