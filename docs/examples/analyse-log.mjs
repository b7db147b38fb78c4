// What a log of responses weighs, by day and by model: node analyse-log.mjs requests.jsonl
import { createReadStream } from 'node:fs';
import { loadGramme } from 'gramme';

const names = process.argv.slice(2);
const gramme = await loadGramme();

// Files are read in parts: their size does not matter.
const files = names.map((name) => ({ name, parts: createReadStream(name) }));
const analysis = await gramme.analyse(files, { choice: { region: 'fra' }, zone: 'UTC' });

for (const { date, requests, gramsCo2e } of analysis.days) {
  console.log(`${date}: requests ${requests}, ${gramsCo2e.central.toPrecision(2)} gCO2e`);
}
for (const { name, requests } of analysis.models) console.log(`${name}: requests ${requests}`);

// Nothing is left out silently: what could not be counted is listed, with where it stood first.
for (const { name, skipped } of analysis.files) {
  for (const { reason, items, first } of skipped) {
    console.log(`${name}: ${items} not counted (${reason}), the first in line ${first}`);
  }
}
