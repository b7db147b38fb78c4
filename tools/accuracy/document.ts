// docs/accuracy.md: the words around the tables and pictures.
import { kindScore } from './kinds.ts';
import { type Measured, scoreOf, unseenScore } from './measured.ts';
import { type Comparison, readPublished } from './published.ts';
import { familyTable, hardwareTable, kindTable, methodTable, publishedTable } from './tables.ts';
import { markdownTable, percent } from './words.ts';

function resultInShort(measured: Measured, comparisons: Comparison[]): string {
  const [unseen, unknown] = [unseenScore(measured, 'all'), unseenScore(measured, 'nothing')];
  const reference = scoreOf(measured, 'all', 'ecologits');
  const held = comparisons.filter(({ isInRange }) => isInRange).length;
  return `Where the server is known, the default method \`roofline\` misses the energy of a metered request by
${percent(unseen.medianApe)} in the median, on families of models it was not fitted to; ${percent(unseen.withinFactor2)} lie within a factor of 2, and
EcoLogits, told the same, misses by ${percent(reference.medianApe)}. Where batch, number of accelerators and precision are not
known, as with every closed model, the centre is off by ${percent(unknown.medianApe)} in the median and only the range says
something: it holds ${percent(unknown.bandCoverage)} of the metered requests. Of ${comparisons.length} figures that companies and researchers
published, ${held} lie within our range.`;
}

const COMPARED = `Two things are compared:

- **Metered servers.** 706 requests, each the mean over many of its kind, on A40, A100 and H100, from two
  public collections: the ML.ENERGY leaderboard (v1 to v3) and Argonne's LLM-Inference-Bench
  (\`tools/fit/serving-train.csv\`). They tell joules of the GPUs for one request.
- **Published figures.** What companies and researchers say a prompt or an answer weighs
  (\`tools/accuracy/published.json\`).

\`roofline\` is fitted to these same metered requests, so it is judged on what it has not seen: each family of
models is predicted by a fit to the other families, each kind of accelerator by a fit to the others. The
other methods take nothing from these rows.`;

const METHODS_TEXT = `Each method is told the model's size, the accelerator and the tokens; the first column says what else of
the serving (batch, number of accelerators, precision). Error: how far the centre lies from what was
metered, without its sign; 100 % is twice as much, or nothing. R² of logs: 1 is perfect, 0 is as good as
always saying the mean, below 0 is worse. In the range: how often the stated range holds the metered
figure. A method without a range of its own can hold nearly nothing.

\`ecologits\` is told the true batch and number of GPUs, which it does not know in its own tool (it takes 64).
Compared is the energy of the accelerators where a method tells it apart; \`per-token\`, \`jegham-2025\` and
\`epoch-2025\` hold the whole server, which makes them too high here. \`per-token\` is made for Claude, not for
the small models that are most of these rows. \`ecologits\` is made for a full server of today: much of its
error comes from ML.ENERGY v1, servers of 2023 that did one request at a time
([by collection](#how-often-the-range-holds)). \`roofline\` also uses the name of the software, where that
launches each layer on its own, as those servers did.`;

function rangeText(measured: Measured): string {
  const [mixture, fp8] = [kindScore(measured, 'mixture of experts'), kindScore(measured, 'fp8')];
  return `The range of \`roofline\` is meant to hold nine of ten. Over all rows it does, but not for every kind:
of the ${mixture.rows} rows of mixtures of experts it holds ${percent(mixture.coverage)}, of the ${fp8.rows} rows in FP8 ${percent(fp8.coverage)}. The FP8 rows are
of two families. Of Qwen3-VL 235B the method says about half of what was metered, because half the bytes did
not give half the energy on those servers; of Llama 4 Maverick it says too much.`;
}

const KINDS_TEXT = `\`roofline\` on families it was not fitted to, by kind of rows. Predicted / measured: the median; below 1 it
says too little.`;

function outsideText(comparisons: Comparison[]): string {
  const outside = comparisons.filter(({ isInRange }) => !isInRange);
  if (outside.length === 0) return 'Our range holds every one of them.';
  const names = [...new Set(outside.map(({ entry }) => entry.name))].join(', ');
  return `**Our range does not hold ${outside.length} of ${comparisons.length}** (${names}); the last column says why.`;
}

const PUBLISHED_TEXT = `Ours is what the core answers for the same tokens, model and boundary. For metered GPUs it is the energy of
the accelerators, with the server known; for the rest it is what anyone gets from \`gramme estimate\`. The
picture divides ours by the published figure, so that figures of all sizes fit.`;

const LIMITS = `- The rows hold **the energy of GPUs only**. Host, idle servers and PUE are assumptions ([method](method.md#roofline)).
- They are taken **in steady state**: servers full of requests of one kind. Real traffic rises and falls.
- **Prompts of ML.ENERGY are not published**: 200 tokens are taken. So the cost of reading is hardly tested:
  only the rows of LLM-Inference-Bench and the two published prompts of 4,096 tokens tell something of it.
- Fit and test come from **the same two collections**, metered in similar ways. A family left out is new to
  the fit, the laboratory is not. The width of the range was taken from the left-out rows themselves, and the
  batches taken for an unknown server span these rows: that the range holds so often is partly by construction.
- Many families have few rows, and many rows are of small models on few GPUs. Models of a chat service are
  larger and served by software nobody outside has seen.
- **Closed models cannot be checked**: neither size nor batch nor hardware of GPT, Claude or Gemini is
  published. The centre of the assumed batch was chosen so that GPT-4o lies between two of the estimates
  above, so these are no independent test of it.
- Carbon and water follow from energy by figures of the place. This comparison tests energy; of carbon and
  water only what is in the last table.`;

const AGAIN = `\`\`\`
npm run build       # once
npm run accuracy    # writes this file and its pictures
\`\`\`
The same files give the same text; \`tests/js/fit/accuracy.test.ts\` fails when this file is out of date. A
new published figure is an entry in \`tools/accuracy/published.json\`, with its reason.

Your own measurements, as a CSV file ([columns](data.md#measurements)):
\`\`\`
node dist/cli.mjs validate YOURS.csv --method roofline,ecologits --know batch,accelerators,precision --groups
\`\`\``;

function conditionsTable(): string {
  const rows = readPublished().compared.map((entry) => [
    entry.name,
    entry.conditions,
    entry.tokens,
  ]);
  return markdownTable(['what', 'conditions', 'tokens'], rows);
}

function leftOutTable(): string {
  const rows = readPublished().leftOut.map(({ name, source, asOf, because }) => [
    name,
    `${source}, ${asOf}`,
    because,
  ]);
  return markdownTable(['figure', 'source', 'why it is not compared'], rows);
}

const picture = (name: string, alt: string): string => `![${alt}](accuracy-${name}.svg)`;

function meteredParts(measured: Measured): string[] {
  return [
    '## Methods',
    METHODS_TEXT,
    methodTable(measured),
    picture('scatter', 'Predicted against measured energy of one request, a panel for each method'),
    '## How often the range holds',
    rangeText(measured),
    picture(
      'coverage',
      'Share of metered rows that lie within the stated range, by method and kind',
    ),
    KINDS_TEXT,
    kindTable(measured),
    '## By family',
    picture('families', 'Median error of each family of models, roofline and ecologits'),
    '`roofline` fitted to the other families, all known of the serving.',
    familyTable(measured),
    '## By hardware',
    '`roofline` fitted to the other kinds of accelerator, all known of the serving.',
    hardwareTable(measured),
  ];
}

function publishedParts(comparisons: Comparison[]): string[] {
  return [
    '## Published figures',
    PUBLISHED_TEXT,
    outsideText(comparisons),
    picture('published', 'Published figures beside our ranges'),
    publishedTable(comparisons),
    'Under which conditions each was published, and for which tokens ours was asked:',
    conditionsTable(),
    'Known, but not compared:',
    leftOutTable(),
  ];
}

export function writeDocument(measured: Measured, comparisons: Comparison[]): string {
  const parts = [
    '# Accuracy',
    'Written by `npm run accuracy`; changes belong into `tools/accuracy`.',
    resultInShort(measured, comparisons),
    '## What is compared',
    COMPARED,
    ...meteredParts(measured),
    ...publishedParts(comparisons),
    '## What limits this comparison',
    LIMITS,
    '## Again, and with your own measurements',
    AGAIN,
  ];
  return `${parts.join('\n\n')}\n`;
}
