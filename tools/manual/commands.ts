// What the manual says of each subcommand, as the program itself knows it.
import type { Argument, Command, Option } from 'commander';
import { bold, entry, escapeRoff, italic, subsection } from './roff.ts';

/** "-m, --model <name>" with the words bold and what follows them in italics. */
function flagsOf({ flags }: Option): string {
  return flags
    .split(', ')
    .map((flag) => {
      const [word = '', ...value] = flag.split(' ');
      return value.length === 0 ? bold(word) : `${bold(word)} ${italic(value.join(' '))}`;
    })
    .join(', ');
}

function defaultOf({ defaultValue, defaultValueDescription }: Option): string {
  if (defaultValueDescription !== undefined) return ` (default: ${defaultValueDescription})`;
  const isShown = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return isShown ? ` (default: ${defaultValue})` : '';
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const optionEntry = (option: Option) =>
  entry(flagsOf(option), sentence(`${option.description}${defaultOf(option)}`));

function argumentEntry(argument: Argument): string {
  const choices = argument.argChoices === undefined ? '' : `: ${argument.argChoices.join(', ')}`;
  return entry(italic(argument.name()), sentence(`${argument.description}${choices}`));
}

export function optionsOf(command: Command): string[] {
  return command.options.filter(({ hidden }) => !hidden).map(optionEntry);
}

export function describeCommand(command: Command): string {
  const names = [command.name(), ...command.aliases()].join('|');
  return [
    subsection(`gramme ${names} ${command.usage()}`),
    escapeRoff(sentence(command.description())),
    ...command.registeredArguments.map(argumentEntry),
    ...optionsOf(command),
  ].join('\n');
}
