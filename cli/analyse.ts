import { type Command, InvalidArgumentError } from 'commander';
import type { AnalyseOptions, Analysis } from '../web/core/node.ts';
import { analysisText } from './analysis-text.ts';
import { type ConfigOptions, startGramme } from './config.ts';
import { startReading } from './large-files.ts';
import { print, printJson } from './output.ts';
import { addPlaceOptions, type PlaceOptions, placeOf } from './place-options.ts';
import { reportPage } from './report/page.ts';
import { type Language, languages } from './report/words.ts';
import { usageFiles } from './usage-files.ts';
import { writeAtomically } from './write-file.ts';

interface AnalyseCommand extends ConfigOptions, PlaceOptions {
  model?: string;
  zone?: string;
  language: Language;
  html?: string;
  csv?: boolean;
  json?: boolean;
}

function language(text: string): Language {
  if (text in languages) return text as Language;
  throw new InvalidArgumentError('en or fr');
}

/** A file of which nothing could be counted is a failed check. */
function judge(analysis: Analysis): void {
  if (analysis.files.some(({ kind, requests }) => kind === 'unknown' || requests === 0)) {
    process.exitCode = 1;
  }
}

async function analyse(files: string[], options: AnalyseCommand): Promise<void> {
  const gramme = await startGramme(options);
  const progress = await startReading('analysing', files);
  const { model, zone } = options;
  const how: AnalyseOptions = {
    choice: placeOf(options),
    ...(model === undefined ? {} : { model }),
    ...(zone === undefined ? {} : { zone }),
  };
  const given = usageFiles(files, progress);
  if (options.csv) {
    const csv = await gramme.analyseToCsv(given.files, how);
    progress.end();
    process.stdout.write(csv);
    return;
  }
  const read = await gramme.analyse(given.files, how);
  progress.end();
  judge(read);
  const analysis = { ...read, files: [...read.files, ...given.archives] };
  if (options.html !== undefined) {
    await writeAtomically(options.html, reportPage(analysis, options.language));
  }
  if (options.json) return printJson(analysis);
  print(analysisText(analysis));
  if (options.html !== undefined) print(`\nwrote ${options.html}: open it in a browser`);
}

export function addAnalyse(program: Command): void {
  const command = program
    .command('analyse')
    .alias('analyze')
    .description('what logs, exports and analytics of use weigh, by day, month, year and model')
    .argument(
      '<files...>',
      'files (docs/data.md#usage-files), also .gz and .zip; "-" for standard input',
    )
    .option('-m, --model <name>', 'model of analytics, which name none')
    .option('--zone <name>', 'time zone of the days, such as Europe/Paris (default: this machine)')
    .option('--html <file>', 'also write a report with charts: one file, no network')
    .option('--language <code>', 'language of the report: en or fr', language, 'en')
    .option('--csv', 'print a row for each day, platform, profile and model')
    .option('--json', 'print the answer as JSON');
  addPlaceOptions(command).action(analyse);
}
