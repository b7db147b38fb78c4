// docs/examples, run as a newcomer runs them: copied beside the installed package.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nativeEngine } from '../../../tools/conformance/engines.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Decided, Estimate, Range } from '../../../web/core/node.ts';
import { centralText } from '../../../web/look/figures.ts';
import { openBrowser } from '../../e2e/hosts/page.ts';
import { newProject, type Project } from '../../e2e/hosts/project.ts';
import { serve } from '../../e2e/hosts/server.ts';

const MOST_LINES = 40;
const folder = inRoot('docs/examples');
const names = readdirSync(folder);
let project: Project;

before(() => {
  project = newProject();
  cpSync(folder, project.folder, { recursive: true });
});
after(() => project.remove());

const run = (...command: [string, ...string[]]) => project.run(...command);
const shown = (figure: number) => figure.toPrecision(2);

/** What the native core answers: the examples must show the same figures. */
async function estimated(request: object): Promise<Estimate> {
  const [answer] = await nativeEngine().answer([{ call: 'estimate', request }]);
  assert.ok(answer?.ok);
  return answer.value as Estimate;
}

/** Examples and what runs them; a file without a line here fails the first test. */
const CHECKS: Record<string, () => Promise<void>> = {
  async 'count-and-estimate.mjs'() {
    const exchange = { model: 'gpt-5', inputTokens: 10, outputTokens: 400, region: 'fra' };
    const { energyWattHours, gramsCo2e, waterLitres, warnings } = await estimated(exchange);
    const range = ({ low, central, high }: Range) =>
      `${shown(central)} (${shown(low)} to ${shown(high)})`;
    assert.ok(waterLitres !== null);
    const lines = [
      '10 tokens, exact',
      `energy ${range(energyWattHours)} Wh`,
      `carbon ${range(gramsCo2e)} gCO2e`,
      `water ${range(waterLitres)} L`,
      ...warnings.map(({ code }) => `assumed: ${code}`),
    ];
    assert.equal(await run('node', 'count-and-estimate.mjs'), `${lines.join('\n')}\n`);
  },

  async 'common-js.cjs'() {
    const out = await run('node', 'common-js.cjs');
    assert.equal(out, '4 tokens\nrefused: out_of_range at /outputTokens\n');
  },

  async 'streaming-count.mjs'() {
    const { gramsCo2e } = await estimated({ model: 'gpt-5', outputTokens: 20 });
    const counts = [6, 8, 15, 20].map((tokens) => `${tokens} tokens so far\n`).join('');
    const end = `20 tokens, ${shown(gramsCo2e.central)} gCO2e\n`;
    assert.equal(await run('node', 'streaming-count.mjs'), `${counts}${end}`);
  },

  async 'analyse-log.mjs'() {
    const out = await run('node', 'analyse-log.mjs', 'requests.jsonl');
    const lines = [
      /^2026-01-02: requests 2, 0\.0\d+ gCO2e$/m,
      /^2026-01-03: requests 1, 0\.00\d+ gCO2e$/m,
      /^GPT-5: requests 2$/m,
      /^GPT-4o mini: requests 1$/m,
      /^requests\.jsonl: 1 not counted \(no_usage\), the first in line 4$/m,
    ];
    for (const line of lines) assert.match(out, line);
    assert.equal(out.trim().split('\n').length, lines.length);
  },

  async 'day-totals.mjs'() {
    const [first, energy, carbon] = (await run('node', 'day-totals.mjs')).split('\n');
    assert.equal(first, '20000 requests, 6095000 tokens');
    const [, central, low, high] = /^(\d+) Wh \((\d+) to (\d+)\)$/.exec(energy ?? '') ?? [];
    assert.ok(0 < Number(low) && Number(low) < Number(central) && Number(central) < Number(high));
    assert.match(carbon ?? '', /^0\.\d+ kgCO2e$/);
  },

  async 'own-config.mjs'() {
    const { gramsCo2e } = await estimated({ model: 'gpt-5', outputTokens: 400 });
    const out = await run('node', 'own-config.mjs');
    const [, usual, own] =
      /^usual: (\S+) gCO2e in usa\nown: {3}(\S+) gCO2e in our-site\n$/.exec(out) ?? [];
    assert.equal(usual, shown(gramsCo2e.central));
    assert.ok(Number(own) > 0 && Number(own) < Number(usual) / 5, out);
  },

  async 'track-stream.mjs'() {
    const tokens = { inputTokens: 12, outputTokens: 5 };
    const { low, central, high } = (await estimated({ model: 'gpt-5', region: 'fra', ...tokens }))
      .gramsCo2e;
    const range = `${shown(central)} gCO2e (${shown(low)} to ${shown(high)})`;
    const lines = ['Trains weigh less.', 'gpt-5: 12 tokens read, 5 written', range, ''];
    assert.equal(await run('node', 'track-stream.mjs'), lines.join('\n'));
  },

  async 'service-budget.mjs'() {
    const lines = (await run('node', 'service-budget.mjs')).trim().split('\n');
    const allowed = [1, 2, 3, 4, 5, 6, 7, 8].map((count) => `${count}: 200`);
    assert.deepEqual(lines.slice(0, 11), [
      ...allowed,
      '9: 200 warn; budget="answers-day"; share=0.80',
      '10: 200 warn; budget="answers-day"; share=0.90',
      '11: 429 throttle; budget="answers-day"; share=1.00',
    ]);
    const [, seconds] =
      /^come again in (\d+) s: .*"answers-day" is used up/.exec(lines[11] ?? '') ?? [];
    assert.ok(Number(seconds) > 0 && Number(seconds) <= 25 * 3600);
  },

  async 'budgets.yaml'() {
    const out = await run('node_modules/.bin/gramme', 'budget', 'budgets.yaml', '--json');
    assert.equal((JSON.parse(out) as { budgets: unknown[] }).budgets.length, 6);
  },

  async 'browser-page.html'() {
    const browser = await openBrowser();
    const served = await serve(project.folder);
    try {
      const page = await browser.newPage();
      await page.goto(`${served.origin}/browser-page.html`);
      const output = page.locator('output:not(:empty)');
      const exchange = { model: 'gpt-5', outputTokens: 400 };
      const textOf = async (inputTokens: number) => {
        const { low, central, high } = (await estimated({ ...exchange, inputTokens }))
          .energyWattHours;
        const range = `${shown(central)} Wh (${shown(low)} to ${shown(high)})`;
        return `${inputTokens} tokens; an answer of 400: ${range}`;
      };
      assert.equal(await output.textContent(), await textOf(10));
      await page.fill('textarea', 'Bonjour tout le monde');
      assert.equal(await output.textContent(), await textOf(4));
    } finally {
      await browser.close();
      served.close();
    }
  },

  async 'widget-page.html'() {
    const browser = await openBrowser();
    const served = await serve(project.folder);
    try {
      const page = await browser.newPage();
      await page.goto(`${served.origin}/widget-page.html`);
      await page.locator('button').click();
      const tokens = { inputTokens: 12, outputTokens: 5 };
      const { gramsCo2e } = await estimated({ model: 'gpt-5', region: 'fra', ...tokens });
      const grams = centralText(gramsCo2e, 'gramsCo2e', 'en');
      await page.locator('#answer .amount', { hasText: `${grams} CO₂e` }).waitFor();
      await page.locator('gramme-meter .badge strong', { hasText: grams }).waitFor();
      assert.equal(await page.locator('#text').textContent(), 'Trains weigh less.');
    } finally {
      await browser.close();
      served.close();
    }
  },

  async 'command-line.sh'() {
    const out = await run('sh', 'command-line.sh');
    assert.match(out, /^4 tokens\nGPT-5 · fra \d{4} · roofline \S+\nenergy {2}\S+ \(/);
    assert.ok(out.endsWith('\n2 rows\nstatus 2\n'), out);
    const rows = readFileSync(join(project.folder, 'rows.csv'), 'utf8').split('\n');
    assert.match(rows[1] ?? '', /^2026-01-02,openai-compatible,,gpt-5,usa,/);
  },

  async 'decision.yaml'() {
    const out = await run('node_modules/.bin/gramme', 'decide', 'decision.yaml', '--json');
    assert.equal((JSON.parse(out) as Decided).now.rows.length, 12);
  },
};

/** What examples read, and what tells of them. */
const BESIDE = ['README.md', 'browser-page.js', 'requests.jsonl', 'widget-page.js'];

test('every file of docs/examples is run', () => {
  assert.deepEqual([...names].sort(), [...Object.keys(CHECKS), ...BESIDE].sort());
});

test('every example is told of in the list of examples', () => {
  const list = readFileSync(join(folder, 'README.md'), 'utf8');
  const missing = names.filter((name) => name !== 'README.md' && !list.includes(`](${name})`));
  assert.deepEqual(missing, []);
});

test('an example is short enough to be read at once', () => {
  const long = names.filter((name) => {
    const isCode = /\.(?:mjs|cjs|js|html|sh)$/.test(name);
    return isCode && readFileSync(join(folder, name), 'utf8').split('\n').length - 1 > MOST_LINES;
  });
  assert.deepEqual(long, []);
});

for (const [name, check] of Object.entries(CHECKS)) {
  test(`the example ${name} does what it says`, check);
}
