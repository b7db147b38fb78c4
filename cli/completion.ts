import { Argument, type Command, type Option } from 'commander';
import { print } from './output.ts';

/** What can follow a subcommand. */
interface Words {
  name: string;
  about: string;
  options: string[];
}

function wordsOf(program: Command): Words[] {
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: command.options
      .map((option: Option) => option.long)
      .filter((name): name is string => typeof name === 'string'),
  }));
}

function bash(words: Words[]): string {
  const cases = words.map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`);
  return `_gramme() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${words.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _gramme gramme
`;
}

const quoted = (text: string) => text.replaceAll("'", "'\\''");

function zsh(words: Words[]): string {
  const commands = words.map(({ name, about }) => `    '${name}:${quoted(about)}'`);
  const cases = words.map(({ name, options }) => `    ${name}) compadd -- ${options.join(' ')} ;;`);
  return `#compdef gramme
_gramme() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if [[ $PREFIX != -* ]]; then
    _files
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
}
compdef _gramme gramme
`;
}

function fish(words: Words[]): string {
  const lines = words.flatMap(({ name, about, options }) => [
    `complete -c gramme -n __fish_use_subcommand -a ${name} -d '${about.replaceAll("'", "\\'")}'`,
    ...options.map(
      (option) =>
        `complete -c gramme -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

const SHELLS = { bash, zsh, fish } satisfies Record<string, (words: Words[]) => string>;

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print what completes the command in your shell')
    .addArgument(new Argument('<shell>', 'the shell you use').choices(Object.keys(SHELLS)))
    .addHelpText('after', '\nFor bash: gramme completion bash > ~/.bash_completion')
    .action((shell: keyof typeof SHELLS) => print(SHELLS[shell](wordsOf(program)).trimEnd()));
}
