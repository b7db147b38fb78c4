/** What the tests of "My data" share: files of each kind, and the command's own answers on them. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type SampleFile, sampleFile } from '../../tools/app/sample-files.ts';
import type { Analysis } from '../../web/core/node.ts';
import { answerLine, conversationsOf, zipOf } from '../js/cli/archives.ts';
import { gramme } from '../js/cli/run.ts';

/** Of the app's browser. */
export const ZONE = 'Europe/Paris';

/** What `gramme analyse` says of the same files. */
export function byCommand(files: SampleFile[], ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-app-data-'));
  try {
    const paths = files.map(({ name, buffer }) => {
      const path = join(folder, name);
      writeFileSync(path, buffer);
      return path;
    });
    const { out, error } = gramme(['analyse', ...paths, '--zone', ZONE, ...options]);
    assert.notEqual(out, '', error);
    return out;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a button of the page saves. */
export async function saved(page: Page, label: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: label }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

export const savedAnalysis = async (page: Page): Promise<Analysis> =>
  JSON.parse(await saved(page, 'Save as JSON')) as Analysis;

const chatGptMessage = (id: string, role: string, parent: string | null, text: string) => ({
  id,
  parent,
  children: [],
  message: {
    id,
    author: { role },
    create_time: 1767225600,
    content: { content_type: 'text', parts: [text] },
    metadata: { model_slug: 'gpt-4o' },
  },
});

/** An export of ChatGPT with one question and one answer. */
export function chatGptExport(): string {
  const question = chatGptMessage('m-question-000001', 'user', null, 'Combien pèse ceci ? 🌍');
  const answer = chatGptMessage('m-answer-00000001', 'assistant', 'm-question-000001', 'Peu.');
  const mapping = { [question.id]: question, [answer.id]: answer };
  return JSON.stringify([
    { id: 'conversation-0001', create_time: 1767225600, current_node: answer.id, mapping },
  ]);
}

const log = Array.from({ length: 3000 }, (_, id) => answerLine(id)).join('');
const half = log.indexOf('\n', log.length / 2) + 1;

/** Everything that is not in tests/fixtures/usage. */
export const OTHER_FILES: SampleFile[] = [
  sampleFile(
    'usage.csv',
    'date,model,num_model_requests,input_tokens,output_tokens\n2026-01-02,gpt-4o,7,1000,500\n2026-02-02,gpt-4o-mini,2,10,50\n',
  ),
  sampleFile('analytics.csv', 'date,chatbots,sessions\n2026-01-01,12,100\n2026-01-02,14,90\n'),
  sampleFile(
    'analytics.json',
    JSON.stringify({ genai: { chatbots: [{ date: '2026-03-01', count: 12 }] } }),
  ),
  sampleFile('conversations.json', chatGptExport()),
  sampleFile('claude.json', conversationsOf('conversation-0002')),
  sampleFile('log.jsonl.gz', gzipSync(log)),
  sampleFile('two.gz', Buffer.concat([gzipSync(log.slice(0, half)), gzipSync(log.slice(half))])),
  sampleFile(
    'export.zip',
    zipOf({ 'chat.html': '<p>', 'a/conversations.json': conversationsOf('conversation-0003') }),
  ),
  sampleFile('stored.zip', zipOf({ 'log.jsonl': log, 'notes.txt': 'no log' }, { level: 0 })),
];

/** What the command says when it refuses a file. */
export function refusedByCommand(file: SampleFile): string {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-app-data-'));
  try {
    const path = join(folder, file.name);
    writeFileSync(path, file.buffer);
    return gramme(['analyse', path]).error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
