/**
 * Writes a simulated page and what must be counted on it from a short scenario file:
 * `node --import tsx tools/pages/write-page.ts scenario.json tests/fixtures/pages`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

interface Reply {
  md?: string;
  parts?: { t: string; md?: string; alt?: string }[];
  image?: string;
  stopAfter?: number;
  errorAfter?: number;
  chunk?: number;
}
interface Step {
  do: string;
  text?: string;
  reply?: Reply;
  model?: string;
  slug?: string;
  to?: string;
  newConv?: string;
  turns?: number;
}
interface Scenario {
  name: string;
  site: string;
  era: string;
  about: string;
  appTitle: string;
  models: Record<string, { label: string }>;
  start: { conv: string | null; model: string };
  convs: Record<string, { history?: { u: string }[]; gen?: { turns: number } }>;
  pathPattern: string;
  steps: Step[];
  forbidden?: string[];
  scripts?: string[];
}
interface SimMd {
  plain(markdown: string): string;
  uuid(seed: string): string;
}

const [scenarioFile = '', directory = ''] = process.argv.slice(2);
const scenario: Scenario = JSON.parse(readFileSync(scenarioFile, 'utf8'));
runInThisContext(readFileSync(join(directory, 'lib/md.js'), 'utf8'));
const markdown: SimMd = Reflect.get(globalThis, 'SimMd');

writeFileSync(join(directory, `${scenario.name}.html`), pageOf(scenario));
writeFileSync(
  join(directory, `${scenario.name}.expected.json`),
  `${JSON.stringify(expectedOf(scenario), null, 1)}\n`,
);

function pageOf(page: Scenario): string {
  const json = JSON.stringify(page).replaceAll('<', '\\u003c');
  const scripts = ['lib/md.js', 'lib/skins.js', ...(page.scripts ?? []), 'lib/sim.js'];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page.appTitle}</title>
<!-- ${page.name}: self-made simulation (${page.site}, ${page.era}). ${page.about} -->
<script type="application/json" id="scenario">${json}</script>
${scripts.map((script) => `<script src="${script}"></script>`).join('\n')}
</head>
<body></body>
</html>
`;
}

function expectedOf(page: Scenario): object {
  return {
    schema: 1,
    fixture: `${page.name}.html`,
    site: page.site,
    dom_era: page.era,
    about: page.about,
    generations: generationsOf(page),
    must_not_appear_in_counted_text: page.forbidden ?? [],
  };
}

function generationsOf(page: Scenario): object[] {
  let model = page.start.model;
  const places = [page.start.conv ?? ''];
  const prompts = new Map<string, string>();
  const turns = turnsOf(page);
  const generations: object[] = [];
  for (const step of page.steps) {
    model = step.slug ?? step.model ?? model;
    const place = placeAfter(step, places);
    if (step.text !== undefined) prompts.set(place, step.text);
    const isFurther = step.do === 'send' ? 1 : 0;
    turns.set(place, (turns.get(place) ?? 0) + isFurther + (step.turns ?? 0));
    if (step.reply === undefined) continue;
    const before = page.convs[place]?.history?.at(-1)?.u ?? '';
    const isRepeated = step.do === 'regenerate';
    generations.push({
      n: generations.length + 1,
      trigger: step.do,
      conversation_path: pathOf(page, place),
      prompt: { text: prompts.get(place) ?? before, ...(isRepeated ? { repeated: true } : {}) },
      context: { messages: 2 * (turns.get(place) ?? 1) - 1 },
      reply: {
        model,
        model_label: page.models[model]?.label ?? model,
        ...replyOf(step.reply),
      },
    });
  }
  return generations;
}

/** Follows what is shown: the last of the places gone through. */
function placeAfter(step: Step, places: string[]): string {
  if (step.do === 'back') places.pop();
  if (step.do === 'nav') places.push(step.to ?? '');
  if (step.newConv !== undefined) places[places.length - 1] = step.newConv;
  return places.at(-1) ?? '';
}

/** Prompts with their answers that stand in each conversation from the start. */
function turnsOf(page: Scenario): Map<string, number> {
  const conversations = Object.entries(page.convs);
  return new Map(
    conversations.map(([name, { history, gen }]) => [
      name,
      (history?.length ?? 0) + (gen?.turns ?? 0),
    ]),
  );
}

function pathOf(page: Scenario, conversation: string): string {
  return page.pathPattern.replace('{id}', markdown.uuid(`${page.name}:conv:${conversation}`));
}

function replyOf(reply: Reply): object {
  const parts = reply.parts?.filter((part) => part.t === 'md').map((part) => part.md ?? '');
  const whole = (parts ?? [reply.md ?? '']).join('\n\n');
  const limit = reply.stopAfter ?? reply.errorAfter;
  const source = limit === undefined ? whole : cut(whole, limit, reply.chunk ?? 3);
  const isStopped = reply.stopAfter !== undefined;
  const finish = isStopped ? 'stopped' : 'error';
  const images = reply.parts?.filter((part) => part.t === 'image').map((part) => part.alt) ?? [];
  return {
    text: markdown.plain(source),
    markdown: source,
    finish: limit === undefined ? 'complete' : finish,
    images: reply.image === undefined ? images : [reply.image],
  };
}

/** The simulator shows pieces of up to five characters, some at a time, until the limit. */
function cut(text: string, limit: number, chunk: number): string {
  const pieces = text.match(/\s*[^\s]{1,5}/g) ?? [];
  return pieces.slice(0, Math.ceil(limit / chunk) * chunk).join('');
}
