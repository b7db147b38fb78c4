/** Archives that the command refuses are refused by "My data" too, for the same reason. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type AppBrowser, openApp, type Visitor } from '../../tools/app/app-browser.ts';
import { type SampleFile, sampleFile } from '../../tools/app/sample-files.ts';
import { giveFiles } from '../../tools/app/scenes.ts';
import { answerLine, firstFile, withDirectory, zipOf } from '../js/cli/archives.ts';
import { refusedByCommand } from './app-data-support.ts';

let app: AppBrowser;
let visitor: Visitor;
before(async () => {
  app = await openApp();
  visitor = await app.newVisitor({ language: 'en', theme: 'light' });
});
after(() => app.close());

const log = Array.from({ length: 2000 }, (_, id) => answerLine(id)).join('');
const archive = zipOf({ 'a.jsonl': log, 'b.jsonl': log });

function changed(): Uint8Array {
  const copy = archive.slice();
  const { data } = firstFile(copy);
  copy[data + 900] = (copy[data + 900] ?? 0) ^ 1;
  return copy;
}

const lying = (change: (view: DataView, at: number) => void) => withDirectory(archive, change);
const blanks = gzipSync(Buffer.alloc(70 << 20, ' '), { level: 6 });

const REFUSED: SampleFile[] = [
  sampleFile('cut.zip', archive.subarray(0, archive.length - 30)),
  sampleFile('changed.zip', changed()),
  sampleFile(
    'checksum.zip',
    lying((view, at) => view.setUint32(at + 16, 1, true)),
  ),
  sampleFile(
    'fewer.zip',
    lying((view, at) => view.setUint32(at + 24, 9, true)),
  ),
  sampleFile(
    'overlap.zip',
    lying((view, at) => view.setUint32(at + 42, 0, true)),
  ),
  sampleFile(
    'encrypted.zip',
    lying((view, at) => view.setUint16(at + 8, 1, true)),
  ),
  sampleFile(
    'unknown.zip',
    lying((view, at) => view.setUint16(at + 10, 14, true)),
  ),
  sampleFile(
    'endless.zip',
    lying((view, at) => view.setUint32(at + 24, 0xfffffffe, true)),
  ),
  sampleFile('no-use.zip', zipOf({ 'photo.png': 'x' })),
  sampleFile('cut.gz', gzipSync(log).subarray(0, 2000)),
  sampleFile('bomb.gz', Buffer.concat([gzipSync('['), blanks, blanks, blanks, blanks])),
];

for (const file of REFUSED) {
  test(`${file.name} is refused as the command refuses it`, async () => {
    const page = await visitor.open('#/data');
    await giveFiles(page, [file]);
    const view = page.locator('failure-view');
    const path = (await view.locator('h2').innerText()).replace('Not read: ', '');
    const message = await view.locator('[lang=en]').innerText();
    const line = `gramme: archive_unreadable at ${path}: ${message}\n`;
    assert.ok(refusedByCommand(file).includes(line), line);
    await page.close();
  });
}
