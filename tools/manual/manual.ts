import type { Command } from 'commander';
import { PROVIDERS } from '../../cli/compare/providers.ts';
import { describeCommand, optionsOf } from './commands.ts';
import { bold, entry, escapeRoff, italic, paragraph, section, verbatim } from './roff.ts';
import { DESCRIPTION, EXAMPLES, EXIT_STATUS, FILES, SEE_ALSO } from './texts.ts';

function environment(): string[] {
  return PROVIDERS.flatMap(({ id, keyVariable, addressVariable, address }) => [
    entry(bold(keyVariable), `Your key for ${id}, for compare --live.`),
    entry(
      bold(addressVariable),
      address === ''
        ? `The address of ${id}, where --base-url does not give it.`
        : `Another address for ${id} than ${address}.`,
    ),
  ]);
}

const entriesOf = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([term, meaning]) => entry(bold(term), meaning));

/** The manual page of the command, without a date: the same program gives the same bytes. */
export function manualOf(program: Command): string {
  const name = program.name();
  const version = escapeRoff(program.version() ?? '');
  const [first = '', ...rest] = program.description();
  const summary = escapeRoff(`${first.toLowerCase()}${rest.join('')}`);
  return `${[
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User commands"`,
    section('NAME'),
    `${name} \\- ${summary}`,
    section('SYNOPSIS'),
    `${bold(name)} ${italic('command')} [${italic('options')}] [${italic('arguments')}]`,
    section('DESCRIPTION'),
    ...DESCRIPTION.map(paragraph),
    section('OPTIONS'),
    ...optionsOf(program),
    entry(`${bold('-h')}, ${bold('--help')}`, 'Display help for the command, or a subcommand.'),
    section('COMMANDS'),
    ...program.commands.map(describeCommand),
    section('EXIT STATUS'),
    ...entriesOf(EXIT_STATUS),
    section('ENVIRONMENT'),
    ...environment(),
    section('FILES'),
    ...entriesOf(FILES),
    section('EXAMPLES'),
    ...EXAMPLES.flatMap(([what, lines]) => [paragraph(what), verbatim(lines)]),
    section('SEE ALSO'),
    escapeRoff(SEE_ALSO),
  ].join('\n')}\n`;
}
