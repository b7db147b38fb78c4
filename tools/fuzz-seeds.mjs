// First inputs of the libFuzzer harnesses, from which others are made.
import { readFileSync } from 'node:fs';
import { inRoot } from './setup/paths.mjs';

/** Texts that reach every rule of cutting texts into pieces. */
const texts = [
  "don'T l'été\r\n  x",
  '中文ABCひらかなカナ한국어',
  '👨‍👩‍👧‍👦 1️⃣ é\u0301\u0301',
  '<|endoftext|>//\n1234',
  'aaaa'.repeat(40),
];

const conversation = (messages) => JSON.stringify([{ uuid: 'c-0000000001', ...messages }]);
const node = (id, parent, role, part) => ({
  id,
  parent,
  children: [],
  message: {
    id,
    author: { role },
    create_time: 1767225600,
    content: { content_type: 'text', parts: [part] },
    metadata: { model_slug: 'gpt-4o' },
  },
});

/** An export of the extension with its first day alone: small enough to be changed anywhere. */
function exportedDay() {
  const file = inRoot('tests/fixtures/usage/gramme-export.json');
  const { days, ...head } = JSON.parse(readFileSync(file, 'utf8'));
  return JSON.stringify({ ...head, days: days.slice(0, 1) });
}

/** A file of each kind that is read. */
const usageFiles = () => [
  exportedDay(),
  readFileSync(inRoot('tests/fixtures/usage/emissions.csv'), 'utf8'),
  readFileSync(inRoot('tests/fixtures/usage/responses.jsonl'), 'utf8'),
  readFileSync(inRoot('tests/fixtures/usage/analytics.yaml'), 'utf8'),
  'date,kind,count\n2026-01-01,chatbots,4\n2026-01-02,"articles",5\n',
  'date,chatbots,completions\n2026-01-01,4,\n2026-01-02,,7\n',
  'date,model,input_tokens,output_tokens,requests\n2026-01-01,gpt-4o,10,5,2\n',
  JSON.stringify({ genai: { chatbots: [{ date: '2026-01-01', count: 4 }] } }),
  JSON.stringify({
    data: [
      {
        start_time: 1767225600,
        results: [{ input_tokens: 9, output_tokens: 3, num_model_requests: 1, model: 'gpt-4o' }],
      },
    ],
  }),
  conversation({
    chat_messages: [
      { uuid: 'm-0000000001', sender: 'human', text: 'Hello', created_at: '2026-01-01T10:00:00Z' },
      { uuid: 'm-0000000002', sender: 'assistant', content: [{ type: 'text', text: 'Hi' }] },
    ],
  }),
  conversation({
    mapping: {
      'n-0000000001': node('n-0000000001', null, 'user', 'Hello'),
      'n-0000000002': node('n-0000000002', 'n-0000000001', 'assistant', 'Hi'),
    },
  }),
];

const responses = () =>
  readFileSync(inRoot('tests/fixtures/usage/responses.jsonl'), 'utf8').trim().split('\n');

/** The first byte says which function is asked. */
const calls = [
  '\0{"report":{"prompt_tokens":9,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":1}}}',
  '\0{"report":{"input_tokens":9},"before":{"inputTokens":4,"outputTokens":2}}',
  '\u0001regions:\n  usa:\n    pue: 1.2\n    carbon_intensity: 400\n',
  '\u0001hardware:\n  power_gpu: 300\n  power_cpu: 100\n  eta_cpu: 0.2\n',
  '\u0001profiles:\n  chatbot:\n    input_size: 100\n    output_size: 400\n    throughput: 50\n',
  '\u0002{"region":"france","usageProfile":"chatbot","inputTokens":2000,"outputTokens":500,"requests":3}',
];

const utf8 = (list) => list.map((text) => Buffer.from(text));
/** A byte that says how, before each. */
const led = (list) => utf8(list).map((bytes, index) => Buffer.from([index * 16, ...bytes]));

/** A packed vocabulary of single bytes, "aa" and "aaaa", behind 64 bytes of text; the harness seals it. */
function smallVocabulary() {
  const [left, right] = [
    ['a'.charCodeAt(0), 0x80, 2],
    ['a'.charCodeAt(0), 0x80, 2],
  ];
  const header = Buffer.alloc(40);
  header.write('GVOC\u0002');
  header.writeUInt32LE(258, 8);
  header.writeUInt32LE(left.length, 12);
  header.writeUInt32LE(right.length, 16);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const text = Buffer.from('\u0001'.padEnd(65, 'aab a'));
  return Buffer.concat([text, header, Buffer.from([...bytes, ...left, ...right])]);
}

const BY_NAME = {
  fuzz_stream: () => texts.map((text) => Buffer.from(text, 'utf16le')),
  fuzz_usage: () => led(usageFiles()),
  fuzz_response: () => utf8(responses()),
  fuzz_calls: () => utf8(calls),
  fuzz_count_once: () => [...led(texts), smallVocabulary()],
};

export function seedsOf(name) {
  return (BY_NAME[name] ?? (() => utf8(texts)))();
}
