// npm run docs: writes what the core answers today into the examples of docs/data.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Answer, type DoorRequest, nativeEngine } from '../conformance/engines.ts';
import { dayOf, EXAMPLE, SHOWN_DAY, STORED_DAY } from './examples.ts';

const FILE = new URL('../../docs/data.md', import.meta.url);
const LONGEST_LINE = 100;

/** JSON as people write it: what fits stands on one line. */
function written(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) /g, '$1')
    .replace(/ ([\]}])/g, '$1');
  const isFigure = typeof value === 'object' && value !== null && 'central' in value;
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || isFigure || indent.length + line.length <= LONGEST_LINE) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${written(item, inner)}`)
    : Object.entries(value).map(
        ([key, item]) => `${inner}${JSON.stringify(key)}: ${written(item, inner)}`,
      );
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

async function main(): Promise<void> {
  const before = readFileSync(FILE, 'utf8');
  const native = nativeEngine();
  const ask = (lines: DoorRequest[]): Promise<Answer[]> => native.answer(lines);
  const requests = [...before.matchAll(EXAMPLE)].map((match) => match[1] ?? '');
  const answers = await ask(requests.map((text) => JSON.parse(text) as DoorRequest));
  let index = 0;
  let document = before.replace(EXAMPLE, (_, request: string) => {
    const answer = answers[index++];
    return `\`\`\`json\n${request}\`\`\`\ngives\n\`\`\`json\n${written(answer)}\n\`\`\``;
  });
  const { stored, shown } = await dayOf(native, document);
  const put = (day: unknown) => (_: string, open: string, __: string, close: string) =>
    `${open}${written(day)}\n${close}`;
  document = document.replace(SHOWN_DAY, put(shown)).replace(STORED_DAY, put(stored));
  writeFileSync(FILE, document);
  console.log(`docs/data.md: ${answers.length} examples and a day in two forms`);
}

await main();
