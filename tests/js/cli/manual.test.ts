import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Command } from 'commander';
import { PROVIDERS } from '../../../cli/compare/providers.ts';
import { loadManual } from '../../../tools/bundle/manual.mjs';
import { escapeRoff } from '../../../tools/manual/roff.ts';
import { EXAMPLES } from '../../../tools/manual/texts.ts';
import { inRoot } from '../../../tools/setup/paths.mjs';

const { buildProgram, manualOf } = await loadManual();
const program = await buildProgram();
const file = inRoot('dist/man/gramme.1');
const page = readFileSync(file, 'utf8');

const LONGEST_DESCRIPTION = 100;

/** The part of the page on one subcommand. */
function partOf(command: Command): string {
  const parts = page.split('\n.SS "gramme ').slice(1);
  return parts.find((part) => part.split(/[ |]/)[0] === escapeRoff(command.name())) ?? '';
}

test('every subcommand, option and argument says in one line what it is', () => {
  const described = program.commands.flatMap((command) => [
    { what: command.name(), text: command.description() },
    ...[...command.options, ...command.registeredArguments].map((word) => ({
      what: `${command.name()} ${'flags' in word ? word.flags : word.name()}`,
      text: word.description,
    })),
  ]);
  assert.ok(described.length > 100);
  const isLine = (text: string) => /^\S.*[^.\s]$/.test(text) && text.length <= LONGEST_DESCRIPTION;
  assert.deepEqual(
    described.filter(({ text }) => !isLine(text)),
    [],
  );
});

test('the manual that is built is the one of this program', () => {
  assert.equal(manualOf(program), page);
});

test('the manual has the sections of a manual, in their order', () => {
  const sections = [...page.matchAll(/^\.SH "(.+)"$/gm)].map((match) => match[1]);
  assert.deepEqual(sections, [
    'NAME',
    'SYNOPSIS',
    'DESCRIPTION',
    'OPTIONS',
    'COMMANDS',
    'EXIT STATUS',
    'ENVIRONMENT',
    'FILES',
    'EXAMPLES',
    'SEE ALSO',
  ]);
});

test('the manual has every subcommand with each of its options', () => {
  assert.ok(program.commands.length >= 18);
  for (const command of program.commands) {
    const part = partOf(command);
    assert.notEqual(part, '', command.name());
    const missing = command.options.filter(
      ({ long, description }) =>
        !part.includes(`\\fB${escapeRoff(long ?? '')}\\fR`) ||
        !part.includes(escapeRoff(description.slice(1))),
    );
    assert.deepEqual(missing, [], command.name());
  }
});

test('the manual names every variable that keys and addresses are taken from', () => {
  for (const { keyVariable, addressVariable } of PROVIDERS) {
    for (const name of [keyVariable, addressVariable]) {
      assert.ok(page.includes(`\n\\fB${name}\\fR\n`), name);
    }
  }
});

test('the examples of the manual use subcommands and options that there are', () => {
  assert.ok(EXAMPLES.length >= 5);
  for (const [, line] of EXAMPLES) {
    const [name, subcommand, ...words] = line.split(' -- ')[0]?.split(' ') ?? [];
    assert.equal(name, 'gramme');
    const command = program.commands.find((one) => one.name() === subcommand);
    const known = command?.options.flatMap(({ long, short }) => [long, short]) ?? [];
    const flags = words.filter((word) => word.startsWith('-'));
    assert.ok(command !== undefined, line);
    assert.deepEqual(
      flags.filter((flag) => !known.includes(flag)),
      [],
    );
  }
});

test('signs that roff takes for its own are written by name', () => {
  assert.equal(escapeRoff("a-b 'c' \\d\n.e …"), 'a\\-b \\(aqc\\(aq \\ed\n\\&.e \\[u2026]');
});

for (const [reader, ...args] of [
  ['groff', '-ww', '-man', '-Tutf8', '-z'],
  ['man', '--warnings', '-l'],
] as const) {
  const isThere = spawnSync('which', [reader]).status === 0;
  const skip = isThere ? false : `${reader} is not installed`;
  test(`${reader} reads the manual without a warning`, { skip }, () => {
    const env = { ...process.env, MANPAGER: 'cat', LC_ALL: 'C.UTF-8' };
    const { status, stderr } = spawnSync(reader, [...args, file], { encoding: 'utf8', env });
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });
}
