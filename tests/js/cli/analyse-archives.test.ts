import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Analysis } from '../../../web/core/node.ts';
import { answerLine, conversationsOf, firstFile, withDirectory, zipOf } from './archives.ts';
import { gramme } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'gramme-archives-'));
after(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function analysed(files: string[], input?: Buffer): Analysis {
  const { out, error, status } = gramme(['analyse', ...files, '--zone', 'UTC', '--json'], input);
  assert.equal(status, 0, error);
  return JSON.parse(out) as Analysis;
}

/** All but the names of the files. */
const figures = ({ files: _, ...rest }: Analysis) => rest;

function refused(name: string, bytes: string | Uint8Array): string {
  const { status, error } = gramme(['analyse', write(name, bytes)]);
  assert.equal(status, 2, `${name}: ${error}`);
  return error;
}

const log = Array.from({ length: 2000 }, (_, id) => answerLine(id)).join('');

test('a log weighs the same plain, gzipped, in several gzip streams, zipped and only stored', () => {
  const plain = figures(analysed([write('log.jsonl', log)]));
  const half = log.indexOf('\n', log.length / 2) + 1;
  const streams = [gzipSync(log.slice(0, half)), gzipSync(log.slice(half))];
  assert.deepEqual(figures(analysed([write('log.jsonl.gz', gzipSync(log))])), plain);
  assert.deepEqual(figures(analysed([write('two.gz', Buffer.concat(streams))])), plain);
  assert.deepEqual(figures(analysed([write('log.zip', zipOf({ 'log.jsonl': log }))])), plain);
  const stored = zipOf({ 'log.jsonl': log }, { level: 0 });
  assert.deepEqual(figures(analysed([write('stored.zip', stored)])), plain);
  assert.deepEqual(figures(analysed(['-'], gzipSync(log))), plain);
});

test('of an export only its conversations are read, all of them, and the rest is told of', () => {
  const archive = zipOf({
    'chat.html': '<html>',
    'export/conversations-000.json': conversationsOf('first-00000'),
    'export/conversations-001.json': conversationsOf('second-0000'),
    'export/users.json': '[]',
    'older.zip': zipOf({ 'conversations.json': conversationsOf('third-00000') }),
  });
  const { total, files } = analysed([write('export.zip', archive)]);
  assert.equal(total.requests, 2);
  assert.deepEqual(
    files.map(({ name, kind, requests }) => [name, kind, requests]),
    [
      ['export.zip: export/conversations-000.json', 'claude_export', 1],
      ['export.zip: export/conversations-001.json', 'claude_export', 1],
      ['export.zip', 'archive', 0],
    ],
  );
  assert.deepEqual(files[2]?.skipped, [
    { reason: 'not_of_use', items: 2, first: 1 },
    { reason: 'nested_archive', items: 1, first: 5 },
  ]);
  const { out } = gramme(['analyse', join(folder, 'export.zip')]);
  assert.match(
    out,
    /export\.zip: other files of the archive\n {2}2 have no name that tells of use/,
  );
});

test('an archive without conversations is read by the endings of its files', () => {
  const archive = zipOf({
    'logs/monday.jsonl': answerLine(1),
    'logs/notes.txt': 'no log',
    '.hidden.jsonl': answerLine(2),
    'tuesday.csv': 'date,model,output_tokens,input_tokens\n2026-01-02,gpt-4o,5,10\n',
  });
  const { files } = analysed([write('logs.zip', archive)]);
  assert.deepEqual(
    files.map(({ name }) => name),
    ['logs.zip: logs/monday.jsonl', 'logs.zip: tuesday.csv', 'logs.zip'],
  );
  assert.deepEqual(files[2]?.skipped, [{ reason: 'not_of_use', items: 2, first: 2 }]);
});

test('of two files with one name the first is read', () => {
  const archive = zipOf({ 'a.jsonl': answerLine(1), 'b.jsonl': answerLine(2) });
  const twice = withDirectory(archive, (view, at) => view.setUint8(at + 46, 0x61));
  const { total, files } = analysed([write('twice.zip', twice)]);
  assert.equal(total.requests, 1);
  assert.deepEqual(files[1]?.skipped, [{ reason: 'duplicate_name', items: 1, first: 2 }]);
});

test('names from archives are shown, never opened, and control nothing', () => {
  const name = '../../etc/\u001b[2J\u202ecsv.jsonl';
  const { files } = analysed([write('names.zip', zipOf({ [name]: answerLine(1) }))]);
  assert.equal(files[0]?.name, 'names.zip: ../../etc/\ufffd[2J\ufffdcsv.jsonl');
});

test('a zip archive cut off anywhere is refused by its name', () => {
  const archive = zipOf({ 'log.jsonl': log });
  for (const length of [4, 30, 1000, archive.length - 1]) {
    const error = refused('cut.zip', archive.subarray(0, length));
    assert.match(error, /archive_unreadable at cut\.zip: .*cut off/);
  }
});

test('a packed file that is cut off or changed is refused, whatever it was packed with', () => {
  const packed = gzipSync(log);
  assert.match(refused('cut.gz', packed.subarray(0, 2000)), /archive_unreadable at cut\.gz: .*cut/);
  packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
  assert.match(refused('changed.gz', packed), /archive_unreadable at changed\.gz: .*damaged/);
  for (const level of [0, 6] as const) {
    const archive = zipOf({ 'log.jsonl': log }, { level });
    const { data } = firstFile(archive);
    archive[data + 900] = (archive[data + 900] ?? 0) ^ 1;
    const error = refused('changed.zip', archive);
    assert.match(error, /archive_unreadable at changed\.zip: log\.jsonl: .*damaged/);
  }
});

test('a directory that does not tell the truth is refused', () => {
  const archive = zipOf({ 'a.jsonl': log, 'b.jsonl': log });
  const lies: [string, (view: DataView, at: number, index: number) => void, RegExp][] = [
    ['wrong checksum', (view, at) => view.setUint32(at + 16, 1, true), /a\.jsonl: .*damaged/],
    ['fewer bytes', (view, at) => view.setUint32(at + 24, 9, true), /a\.jsonl: .*more is packed/],
    ['more bytes', (view, at) => view.setUint32(at + 24, 1 << 20, true), /a\.jsonl: .*damaged/],
    ['one place for both', (view, at) => view.setUint32(at + 42, 0, true), /overlap/],
    [
      'a place beyond',
      (view, at, index) => view.setUint32(at + 42, index + 1, true),
      /overlap|where/,
    ],
    ['encrypted', (view, at) => view.setUint16(at + 8, 1, true), /a\.jsonl: .*encrypted/],
    ['another packing', (view, at) => view.setUint16(at + 10, 14, true), /a\.jsonl: .*\(14\)/],
    ['no end', (view, at) => view.setUint16(at + 28, 60000, true), /directory ends too early/],
  ];
  for (const [what, change, message] of lies) {
    const error = refused('lies.zip', withDirectory(archive, change));
    assert.match(error, /archive_unreadable at lies\.zip/, what);
    assert.match(error, message, what);
  }
});

test('what would unpack to hundreds of times its size is refused, in a zip archive before it is', () => {
  const archive = zipOf({ 'a.jsonl': log });
  const endless = withDirectory(archive, (view, at) => view.setUint32(at + 24, 0xfffffffe, true));
  assert.match(refused('endless.zip', endless), /archive_unreadable at endless\.zip: .*500 times/);
  const blanks = gzipSync(Buffer.alloc(70 << 20, ' '), { level: 6 });
  const bomb = Buffer.concat([gzipSync('['), blanks, blanks, blanks, blanks]);
  assert.match(refused('bomb.gz', bomb), /archive_unreadable at bomb\.gz: .*500 times/);
});

test('an encrypted file that is not read does no harm', () => {
  const archive = zipOf({ 'conversations.json': conversationsOf('one-0000000'), 'chat.html': 'x' });
  const encrypted = withDirectory(archive, (view, at, index) => {
    if (index === 1) view.setUint16(at + 8, 1, true);
  });
  assert.equal(analysed([write('half.zip', encrypted)]).total.requests, 1);
});

test('an archive with nothing of use, or with nothing at all, says so', () => {
  assert.match(refused('photos.zip', zipOf({ 'a.png': 'x' })), /no file .* tells of use/);
  assert.match(refused('empty.zip', zipOf({})), /no file .* tells of use/);
});

test('an archive packed in an archive is refused where it has the name of a log', () => {
  const inner = zipOf({ 'a.jsonl': answerLine(1) });
  assert.match(refused('outer.zip', zipOf({ 'conversations.json': inner })), /packed file/);
  assert.match(refused('outer.gz', gzipSync(inner)), /outer\.gz: .*packed file/);
});

const python = spawnSync('python3', ['-c', 'import zipfile, zlib']).status === 0;

test('archives that Python streams, also with wide records (zip64), are read', {
  skip: !python,
}, () => {
  const program = `
import sys, zipfile
zipfile.ZIP64_LIMIT = 8
class Pipe:
    def __init__(self, out): self.out = out
    def write(self, data): return self.out.write(data)
    def flush(self): self.out.flush()
text = open(sys.argv[1], 'rb').read()
with zipfile.ZipFile(Pipe(open(sys.argv[2], 'wb')), 'w', zipfile.ZIP_DEFLATED) as archive:
    half = text.index(b'\\n', len(text) // 2) + 1
    for name, part in [('first.jsonl', text[:half]), ('second.jsonl', text[half:])]:
        with archive.open(name, 'w', force_zip64=True) as entry: entry.write(part)
`;
  const [plain, archive] = [write('streamed.jsonl', log), join(folder, 'streamed.zip')];
  assert.equal(spawnSync('python3', ['-c', program, plain, archive]).status, 0);
  assert.deepEqual(figures(analysed([archive])), figures(analysed([plain])));
});

const zip = spawnSync('zip', ['-v']).status === 0;

test('archives that the zip command makes are read, from a pipe too', { skip: !zip }, () => {
  const plain = write('packed.jsonl', log);
  const archive = join(folder, 'packed.zip');
  assert.equal(spawnSync('zip', ['-q', '-j', archive, plain]).status, 0);
  assert.deepEqual(figures(analysed([archive])), figures(analysed([plain])));
  const { stdout } = spawnSync('zip', ['-q', '-j', '-', plain], { maxBuffer: 64 << 20 });
  assert.deepEqual(figures(analysed([write('piped.zip', stdout)])), figures(analysed([plain])));
});
