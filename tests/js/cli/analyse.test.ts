import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inRoot } from '../../../tools/setup/paths.mjs';
import type { Analysis, Estimate, TokenCount } from '../../../web/core/node.ts';
import { gramme } from './run.ts';

const fixture = (name: string) => inRoot(`tests/fixtures/usage/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'gramme-analyse-'));
after(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function analysed(args: string[], input?: string): Analysis {
  const { out, error, status } = gramme(['analyse', ...args, '--json'], input);
  assert.equal(status, 0, error);
  return JSON.parse(out) as Analysis;
}

const skippedIn = (analysis: Analysis) =>
  Object.fromEntries(
    analysis.files.flatMap(({ skipped }) => skipped.map(({ reason, items }) => [reason, items])),
  );

test('a log of several providers: each answer once, by the days of the zone', () => {
  const paris = analysed([fixture('responses.jsonl'), '--zone', 'Europe/Paris']);
  assert.deepEqual(
    paris.days.map(({ date, requests }) => [date, requests]),
    [
      ['2026-01-01', 2],
      ['2026-01-02', 1],
      ['2026-01-03', 1],
    ],
  );
  assert.equal(paris.total.requests, 5);
  assert.equal(paris.undated.requests, 1);
  assert.deepEqual(skippedIn(paris), { no_usage: 3, not_json: 1, contradictory_usage: 1 });
  // 1767225600 is midnight in UTC: the evening before in New York.
  const newYork = analysed([fixture('responses.jsonl'), '--zone', 'America/New_York']);
  assert.equal(newYork.firstDay, '2025-12-31');
});

test('an answer weighs in a log what it weighs alone', () => {
  const line = (id: number) =>
    `${JSON.stringify({
      id: `chatcmpl-${id}-0000000000`,
      created: 1767225600,
      model: 'gpt-4o',
      usage: { prompt_tokens: 900, completion_tokens: 250 },
    })}\n`;
  const log = write('one.jsonl', line(1) + line(2) + line(3));
  const { total } = analysed([log, '--region', 'fra']);
  const alone = JSON.parse(
    gramme([
      ...['estimate', '--model', 'gpt-4o', '--in-tokens', '900', '--out-tokens', '250'],
      ...['--region', 'fra', '--json'],
    ]).out,
  ) as Estimate;
  assert.ok(Math.abs(total.gramsCo2e.central / (3 * alone.gramsCo2e.central) - 1) < 1e-12);
  assert.ok(Math.abs(total.energyWattHours.high / (3 * alone.energyWattHours.high) - 1) < 1e-12);
});

test("a ChatGPT export is counted with its models' own encodings", () => {
  const answer = 'Un chat pèse quelques grammes.';
  const text = 'Combien pèse un chat ?';
  const node = (id: string, parent: string | null, role: string, part: string) => ({
    id,
    parent,
    children: [],
    message: {
      id,
      author: { role },
      create_time: 1767225600,
      content: { content_type: 'text', parts: [part] },
      metadata: { model_slug: 'gpt-4' },
    },
  });
  const mapping = {
    'node-00000000001': node('node-00000000001', null, 'user', text),
    'node-00000000002': node('node-00000000002', 'node-00000000001', 'assistant', answer),
  };
  const file = write('conversations.json', JSON.stringify([{ title: 'x', mapping }]));
  const { total, files } = analysed([file]);
  const tokens = (content: string) =>
    (JSON.parse(gramme(['count', '-m', 'gpt-4', '--json'], content).out) as TokenCount).tokens;
  assert.equal(files[0]?.kind, 'chatgpt_export');
  assert.equal(total.promptTokens.central, tokens(text));
  assert.equal(total.outputTokens.central, tokens(answer));
  assert.equal(total.estimatedRequests, 0);
});

test('daily analytics: profiles, days without data, activity that weighs nothing', () => {
  const { total, profiles, missingDays, activities, unknownModels, trend } = analysed([
    fixture('analytics.yaml'),
  ]);
  assert.equal(total.requests, 932);
  assert.deepEqual(
    profiles.map(({ id, requests }) => [id, requests]),
    [
      ['chatbot', 905],
      ['completion', 22],
      ['translation', 5],
    ],
  );
  assert.deepEqual(missingDays.spans, [
    { from: '2026-01-03', to: '2026-01-03' },
    { from: '2026-01-10', to: '2026-01-31' },
  ]);
  const articles = activities.find(({ name }) => name === 'articles');
  assert.deepEqual(articles?.total, 3);
  assert.equal(articles?.profile, '');
  assert.deepEqual(
    unknownModels.map(({ name, requests }) => [name, requests]),
    [['', 932]],
  );
  assert.equal(trend?.days, 9);
});

test('standard input is read like a file', () => {
  const text = readFileSync(fixture('responses.jsonl'), 'utf8');
  assert.equal(analysed(['-'], text).total.requests, 5);
});

test('the table has a row for each day, platform and model, safe for spreadsheets', () => {
  const log = write(
    'formula.jsonl',
    `${JSON.stringify({ created: 1767225600, model: '=cmd()', usage: { prompt_tokens: 1, completion_tokens: 1 } })}\n`,
  );
  const { out, status } = gramme(['analyse', log, '--csv', '--zone', 'UTC']);
  assert.equal(status, 0);
  const [header = '', row = '', ...rest] = out.split('\r\n');
  assert.deepEqual(rest, ['']);
  assert.equal(header.split(',').length, row.split(',').length);
  assert.ok(row.startsWith('2026-01-01,openai-compatible,'));
  assert.ok(!/(^|,)=/.test(row));
});

test('the report is one file without network and without script, in either language', () => {
  const hostile = write(
    'hostile.jsonl',
    `${JSON.stringify({ created: 1767225600, model: '<script>alert(1)</script>', usage: { prompt_tokens: 5, completion_tokens: 5 } })}\n`,
  );
  for (const [language, word] of [
    ['en', 'Carbon by day'],
    ['fr', 'Carbone par jour'],
  ] as const) {
    const page = join(folder, `${language}.html`);
    const { status } = gramme(['analyse', hostile, '--html', page, '--language', language]);
    assert.equal(status, 0);
    const html = readFileSync(page, 'utf8');
    assert.ok(html.includes(word));
    assert.ok(html.includes("default-src 'none'"));
    assert.ok(!/<script|https?:|src=|href=/i.test(html));
  }
});

test('bad input is refused with what to do, and counts nothing', () => {
  const refusals: [string, string | Uint8Array, RegExp][] = [
    ['utf16.json', Buffer.from('\ufeff{"a":1}', 'utf16le'), /invalid_type.*UTF-8/],
    ['other.yaml', 'name: value\n', /missing_key.*genai/],
    ['list.csv', 'date,count\n2026-01-01,4\n', /missing_key.*kind/],
    ['open.csv', 'date,chatbots\n2026-01-01,"4\n', /invalid_csv/],
    ['deep.yaml', `genai: ${'['.repeat(100)}`, /too_deep|invalid_yaml/],
  ];
  for (const [name, text, message] of refusals) {
    const { status, error } = gramme(['analyse', write(name, text)]);
    assert.equal(status, 2, name);
    assert.match(error, message);
  }
  assert.match(gramme(['analyse', join(folder, 'none')]).error, /cannot be read/);
  assert.match(
    gramme(['analyse', fixture('responses.jsonl'), '--region', 'xx']).error,
    /unknown_region/,
  );
  assert.match(
    gramme(['analyse', fixture('responses.jsonl'), '--zone', 'Mars']).error,
    /no time zone/,
  );
});

test('a file cut off in the middle gives what was whole; one that tells nothing fails the check', () => {
  const conversation = JSON.stringify({
    chat_messages: [{ uuid: 'm-00000000001', sender: 'assistant', text: 'Hello' }],
  });
  const cut = write('cut.json', `[${conversation},{"chat_mess`);
  const { total, files } = analysed([cut]);
  assert.equal(total.requests, 1);
  assert.equal(files[0]?.skipped[0]?.reason, 'truncated');
  const { status, out } = gramme(['analyse', write('empty.jsonl', '{"level":"info"}\n'.repeat(3))]);
  assert.equal(status, 1);
  assert.match(out, /3 tell of no tokens/);
});
