/** Files of each kind that "My data" reads, for scenes and tests. */
import { readFileSync } from 'node:fs';
import type { StoredDay } from '../../web/core/contracts.ts';
import { loadGramme } from '../../web/core/node.ts';
import { inRoot } from '../setup/paths.mjs';

export interface SampleFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const sampleFile = (name: string, content: string | Uint8Array): SampleFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content as string),
});

const fixture = (name: string): SampleFile =>
  sampleFile(name, readFileSync(inRoot(`tests/fixtures/usage/${name}`)));

export const analyticsFile = (): SampleFile => fixture('analytics.yaml');
export const logFile = (): SampleFile => fixture('responses.jsonl');

const EMISSIONS_COLUMNS =
  'timestamp,project_name,run_id,experiment_id,duration,emissions,emissions_rate,cpu_power,' +
  'gpu_power,ram_power,cpu_energy,gpu_energy,ram_energy,energy_consumed,water_consumed,country_name';

/** Runs of two projects, one of which was noted twice and one without carbon. */
export function emissionsFile(): SampleFile {
  const row = (at: string, project: string, id: string, figures: string) =>
    `${at},${project},${id},,${figures},France`;
  const rows = [
    row('2026-01-05T10:00:00', 'training', 'a1', '1800.5,0.0123,0,0,0,0,0,0,0,0.231,0'),
    row('2026-01-05T11:00:00', 'training', 'a1', '3600.25,0.0246,0,0,0,0,0,0,0,0.462,0'),
    row('2026-02-07T09:00:00', 'training', 'a2', '900,0.003,0,0,0,0,0,0,0,0.052,0.4'),
    row('2026-02-08T09:00:00', 'evaluation', 'b1', '61.7,,0,0,0,0,0,0,0,0.00171,0'),
  ];
  return sampleFile('emissions.csv', `${[EMISSIONS_COLUMNS, ...rows].join('\r\n')}\r\n`);
}

const MODELS = [
  { model: 'gpt-5-5', site: 'chatgpt' },
  { model: 'gpt-5-5-thinking', site: 'chatgpt' },
  { model: 'claude-sonnet-5', site: 'claude' },
];

/** Days that the extension stored, as it exports them: every third day of so many. */
export async function exportedDays(days = 240, device = 'sample-device'): Promise<StoredDay[]> {
  const gramme = await loadGramme({ folder: new URL('../../dist/', import.meta.url) });
  const stored: StoredDay[] = [];
  for (let index = 0; index < days; index += 3) {
    const date = new Date(Date.UTC(2025, 9, 1 + index)).toISOString().slice(0, 10);
    let day: StoredDay | undefined;
    MODELS.forEach(({ model, site }, place) => {
      const outputTokens = 180 + ((index * 37 + place * 101) % 700);
      const exchange = { model, site, inputTokens: 40 + index, outputTokens, region: 'usa' };
      const told = { date, zone: 'Europe/Paris', device, isEstimated: site === 'claude' };
      const { day: next } = gramme.record({
        exchange,
        ...told,
        isPromptNew: true,
        requests: 1 + ((index + place) % 9),
        pageWarnings: ['context_not_counted'],
        ...(day === undefined ? {} : { day }),
      });
      day = next;
    });
    if (day !== undefined) stored.push(day);
  }
  return stored;
}

export const exportOf = (days: StoredDay[]): SampleFile =>
  sampleFile(
    'gramme-2026-06-01.json',
    `${JSON.stringify({ gramme: 'ledger', schema: 2, exportedAt: '2026-06-01T10:00:00.000Z', days })}\n`,
  );
