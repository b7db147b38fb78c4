import { type Command, InvalidArgumentError } from 'commander';
import type { DecideRequest } from '../web/core/node.ts';
import { type ConfigOptions, startGramme, withFile } from './config.ts';
import { decidedText } from './decision-view.ts';
import { readBytes } from './input.ts';
import { print, printJson } from './output.ts';
import { number } from './place-options.ts';

type Change = NonNullable<DecideRequest['set']>[number];

interface DecideOptions extends ConfigOptions {
  set: Change[];
  months?: number;
  region?: string;
  method?: 'criteria' | 'impact';
  json?: boolean;
  csv?: boolean;
}

/** "transcription.fr.files_per_month=1000"; may stand more than once. */
function gatherChange(text: string, before: Change[]): Change[] {
  const [, path, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (path === undefined || value === undefined) {
    throw new InvalidArgumentError('SERVICE.LANGUAGE.KEY=NUMBER is expected');
  }
  return [...before, { path: path.trim(), value: number(value) }];
}

async function decide(file: string, options: DecideOptions): Promise<void> {
  const gramme = await startGramme(options);
  const matrix = await readBytes(file);
  const { set, months, region, method } = options;
  const request: DecideRequest = {
    set,
    ...(months === undefined ? {} : { months }),
    ...(region === undefined ? {} : { region }),
    ...(method === undefined ? {} : { method }),
  };
  if (options.csv) {
    process.stdout.write(withFile(file, () => gramme.decideCsv(matrix, request)));
    return;
  }
  const decided = withFile(file, () => gramme.decide(matrix, request));
  if (options.json) return printJson(decided);
  const changes = set.map(({ path, value }) => `${path}=${value}`);
  print(decidedText(decided, changes));
}

export function addDecide(program: Command): void {
  program
    .command('decide')
    .description('rank services by what they weigh, cost and take, and advise on each')
    .argument('<matrix>', 'YAML or JSON file (docs/decide.md); "-" for standard input')
    .option(
      '--set <change>',
      'what if: SERVICE.LANGUAGE.KEY=NUMBER; may be repeated',
      gatherChange,
      [],
    )
    .option('--months <n>', 'months to look ahead, by growth_per_month', number)
    .option('-r, --region <id>', "in place of the matrix's region, such as fra")
    .option('--method <name>', "in place of the matrix's method: criteria or impact")
    .option('--json', 'print the answer as JSON')
    .option('--csv', 'print the rows as CSV')
    .action(decide);
}
