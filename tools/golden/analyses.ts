/** What analyses of the fixtures must come to, in the command as in the app. */
import { execFileSync } from 'node:child_process';
import { inRoot } from '../setup/paths.mjs';

export interface GoldenAnalysis {
  name: string;
  /** In tests/fixtures/usage. */
  files: string[];
}

export const GOLDEN_ZONE = 'Europe/Paris';

export const GOLDEN_ANALYSES: GoldenAnalysis[] = [
  { name: 'use-of-extension', files: ['gramme-export.json'] },
  { name: 'use-measured', files: ['emissions.csv'] },
  { name: 'use-of-all-kinds', files: ['responses.jsonl', 'analytics.yaml'] },
];

export const goldenPath = ({ name }: GoldenAnalysis): string => inRoot(`tests/golden/${name}.json`);

/** As the built command prints it. */
export function analysedByCommand({ files }: GoldenAnalysis): string {
  const paths = files.map((file) => inRoot(`tests/fixtures/usage/${file}`));
  const command = [inRoot('dist/cli.mjs'), 'analyse', ...paths, '--zone', GOLDEN_ZONE, '--json'];
  return execFileSync(process.execPath, command, { encoding: 'utf8' });
}
