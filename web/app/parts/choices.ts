/** Options of the fields that pages have in common, from what the catalog holds. */
import type { MethodEntry, ModelEntry } from '../../core/contracts.ts';
import type { CloudRegionEntry } from '../../core/place-contracts.ts';
import type { Option, OptionGroup } from '../../parts/fields.ts';
import { regionGroups } from '../../parts/region-options.ts';
import type { Facts } from '../engine/core-api.ts';
import { facts } from '../engine/facts.ts';
import { text } from '../shell/words.ts';

/** Names of providers as people know them; "openai" stands in the catalog with where it runs. */
const shortName = (name: string) => name.replace(/ \(.*\)$/, '');

/** Models by provider, in the order of the catalog: the newest first; before them one that only a link names. */
export function modelGroups({ models, providers }: Facts, asked = ''): (Option | OptionGroup)[] {
  const names = new Map(providers.map(({ id, name }) => [id, shortName(name)]));
  const ids = [...new Set(models.map(({ provider }) => provider))];
  const optionOf = ({ id, name }: ModelEntry): Option => ({ value: id, name });
  const isKnown = asked === '' || models.some(({ id }) => id === asked);
  const groups = ids.map((id) => ({
    name: names.get(id) ?? id,
    options: models.filter(({ provider }) => provider === id).map(optionOf),
  }));
  return isKnown ? groups : [{ value: asked, name: asked }, ...groups];
}

const CLOUDS: Record<string, string> = { gcp: 'Google Cloud', aws: 'AWS', azure: 'Azure' };

function cloudGroups(cloudRegions: readonly CloudRegionEntry[]): OptionGroup[] {
  const cloudOf = ({ id }: CloudRegionEntry) => id.split('-')[0] ?? '';
  return [...new Set(cloudRegions.map(cloudOf))].map((cloud) => ({
    name: CLOUDS[cloud] ?? cloud,
    options: cloudRegions
      .filter((entry) => cloudOf(entry) === cloud)
      .map(({ id, name }) => ({ value: id, name: `${name} · ${id.slice(cloud.length + 1)}` })),
  }));
}

/** Countries, groups of them, regions of clouds. */
export function placeGroups({ regions, cloudRegions }: Facts): OptionGroup[] {
  return [...regionGroups(regions), ...cloudGroups(cloudRegions)];
}

/** Each method, and each older profile of it as "method/profile". */
export function methodOptions({ methods }: Facts): Option[] {
  return methods.flatMap((method) => [
    { value: method.id, name: method.name },
    ...olderProfiles(method),
  ]);
}

function olderProfiles({ id, name, profiles, defaultProfile }: MethodEntry): Option[] {
  return profiles
    .filter((profile) => profile !== defaultProfile)
    .map((profile) => ({ value: `${id}/${profile}`, name: `${name} ${profile}` }));
}

/** What is asked of the core for "method/profile", "method" or nothing. */
export function methodOf(choice: string): { method?: string; profile?: string } {
  const [method = '', profile = ''] = choice.split('/');
  if (method === '') return {};
  return profile === '' ? { method } : { method, profile };
}

/** What the catalog offers; regions are named and sorted once, not whenever a page is drawn. */
export interface CatalogChoices {
  known: Facts;
  places: (Option | OptionGroup)[];
  methods: Option[];
}

export async function catalogChoices(): Promise<CatalogChoices> {
  const known = await facts();
  return {
    known,
    places: [anyPlace(), ...placeGroups(known)],
    methods: [anyMethod(), ...methodOptions(known)],
  };
}

/** The field's first entry: what stands for "nothing chosen". */
export const anyPlace = (): Option => ({ value: '', name: text('region_auto') });
export const anyMethod = (): Option => ({ value: '', name: text('method_auto') });
