import { type Command, InvalidArgumentError } from 'commander';
import type { UsageChoice } from '../web/core/node.ts';

/** Where and how something is weighed; the same words in every command. */
export interface PlaceOptions {
  region?: string;
  year?: number;
  accounting?: UsageChoice['accounting'];
  intensity?: number;
  pue?: number;
  method?: string;
  profile?: string;
}

export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('not a number');
  return value;
}

/** Without the members whose value is undefined. */
export function compact<T extends object>(
  record: T,
): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

/** The grid and the site, for commands that name regions and methods in their own way. */
export function addGridOptions(command: Command): Command {
  return command
    .option('--year <year>', 'year of the carbon intensity', number)
    .option('--accounting <kind>', 'location-based (usual) or market-based')
    .option('--intensity <grams>', 'own carbon intensity, gCO2e per kWh', number)
    .option('--pue <factor>', 'own power usage effectiveness', number);
}

export function addPlaceOptions(command: Command): Command {
  command.option('-r, --region <id>', 'region of the data centre, such as fra or gcp:europe-west9');
  return addGridOptions(command)
    .option('--method <id>', 'estimation method')
    .option('--profile <id>', 'profile of the method');
}

/** What the options say; the core checks it all. */
export function placeOf(options: PlaceOptions): UsageChoice {
  const { region, year, accounting, intensity, pue, method, profile } = options;
  return compact({
    region,
    year,
    accounting,
    carbonIntensityGramsCo2ePerKilowattHour: intensity,
    pue,
    method,
    profile,
  }) as UsageChoice;
}
