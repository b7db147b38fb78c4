import { language, text } from '../words/words.ts';
import type { OptionGroup } from './fields.ts';
import { regionName } from './region-names.ts';

const isCountry = (id: string) => /^(?!wor$)[a-z]{3}$/.test(id);

/** Countries first, then groups of them, each by name. */
export function regionGroups(regions: readonly { id: string; name: string }[]): OptionGroup[] {
  const collator = new Intl.Collator(language());
  const named = regions
    .map(({ id, name }) => ({ value: id, name: regionName(id, name) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  return [
    { name: text('regions_countries'), options: named.filter(({ value }) => isCountry(value)) },
    { name: text('regions_groups'), options: named.filter(({ value }) => !isCountry(value)) },
  ];
}
