import type { Command } from 'commander';
import type { Lists, Range } from '../web/core/node.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { formatTable, print, printJson } from './output.ts';

const span = (range: Range | null, absent = 'class'): string => {
  if (range === null) return absent;
  return range.low === range.high ? String(range.low) : `${range.low}-${range.high}`;
};

/** How each list is shown: header, then one row per entry. */
interface View<Entry> {
  about: string;
  header: string[];
  row: (entry: Entry) => string[];
}

const VIEWS: {
  [Name in 'models' | 'regions' | 'cloudRegions' | 'methods' | 'encodings' | 'framings']: View<
    Lists[Name][number]
  >;
} = {
  models: {
    about: 'models of the catalog',
    header: ['id', 'provider', 'encoding', 'active parameters (10^9)', 'source'],
    row: (model) => [
      model.id,
      model.provider,
      model.encoding,
      span(model.activeParametersBillion),
      model.source.source,
    ],
  },
  regions: {
    about: 'regions and their carbon intensity',
    header: ['id', 'name', 'gCO2e/kWh', 'as of', 'source'],
    row: (region) => [
      region.id,
      region.name,
      span(region.carbonIntensityGramsCo2ePerKilowattHour),
      region.source.asOf,
      region.source.source,
    ],
  },
  cloudRegions: {
    about: 'regions of cloud operators',
    header: ['id', 'name', 'in', 'gCO2e/kWh', 'carbon-free', 'as of', 'source'],
    row: (region) => [
      region.id,
      region.name,
      region.region,
      span(region.carbonIntensityGramsCo2ePerKilowattHour, region.region),
      String(region.carbonFreeShare ?? ''),
      region.source.asOf,
      region.source.source,
    ],
  },
  methods: {
    about: 'estimation methods and their profiles',
    header: ['id', 'profiles', 'boundary', 'source'],
    row: (method) => [
      method.id,
      method.profiles.join(', '),
      method.boundary.join(', '),
      method.source.source,
    ],
  },
  encodings: {
    about: 'tokenizers, exact and estimated',
    header: ['id', 'kind', 'vocabulary', 'source'],
    row: (encoding) => [encoding.id, encoding.kind, encoding.vocabulary, encoding.source.source],
  },
  framings: {
    about: 'ways in which chats are put together',
    header: ['id', 'kind', 'source'],
    row: (framing) => [framing.id, framing.kind, framing.source.source],
  },
};

interface ListOptions extends ConfigOptions {
  json?: boolean;
}

/** Prints one list of the catalog, as a table or as JSON. */
async function show<Name extends keyof typeof VIEWS>(
  name: Name,
  options: ListOptions,
): Promise<void> {
  const view = VIEWS[name] as View<Lists[Name][number]>;
  const entries = (await startGramme(options)).list(name);
  if (options.json) printJson(entries);
  else print(formatTable(view.header, entries.map(view.row)));
}

function addList(program: Command, name: keyof typeof VIEWS): Command {
  return program
    .command(name)
    .description(`list the ${VIEWS[name].about}`)
    .option('--json', 'print the list as JSON')
    .action((options: ListOptions) => show(name, options));
}

export function addLists(program: Command): void {
  addList(program, 'models');
  addList(program, 'regions')
    .option('--cloud', 'those of cloud operators instead')
    .action((options: ListOptions & { cloud?: boolean }) =>
      show(options.cloud ? 'cloudRegions' : 'regions', options),
    );
  addList(program, 'methods');
  addList(program, 'encodings');
  addList(program, 'framings');
}
