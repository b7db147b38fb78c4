// What the manual says besides the subcommands, whose words are the program's own.

export const DESCRIPTION = [
  'Gramme tells what conversations with large language models weigh: tokens, energy (Wh), carbon (gCO2e) and water, computed on this machine. The figures are estimates by published methods, each a range (low, central, high) with its sources; whatever is assumed comes back as a warning.',
  'Nothing is sent anywhere, but for "compare --live", which sends a prompt of yours to the providers whose keys you give.',
  'A file named "-" is standard input. Failures that the core explains are written to standard error as "gramme: code at path: message".',
];

/** Status and meaning. */
export const EXIT_STATUS: readonly (readonly [string, string])[] = [
  ['0', 'Success.'],
  [
    '1',
    'A check has failed: a faulty config (check-config), something missing (doctor), a file of which nothing could be counted (analyse), a budget that is used up (budget), a model that did not answer (compare --live).',
  ],
  [
    '2',
    'Bad input: an unknown option or model, a file that cannot be read, a faulty line of many.',
  ],
  ['130', 'Interrupted while models were asked (compare --live).'],
  [
    'other',
    'measure ends with the status of the command it ran; 126 when that cannot be run, 127 when it is not found, 128 and the signal when a signal ended it.',
  ],
];

/** File and meaning. */
export const FILES: readonly (readonly [string, string])[] = [
  [
    'emissions.csv',
    "Runs of measure, a row each, in CodeCarbon's columns; in the working folder unless --output names another file.",
  ],
  ['emissions.jsonl', 'The same runs with ranges and methods, a line of JSON each, beside it.'],
  [
    'gramme-budget/gramme-budget.json',
    'What services used, which budget adds to and reports; in the working folder unless --state names another one.',
  ],
  [
    '/sys/class/powercap',
    'Counters of the processor, which measure reads where it may (--powercap names another folder).',
  ],
];

/** What it does, and the lines to type. */
export const EXAMPLES: readonly (readonly [string, string])[] = [
  ['Count the tokens of a file:', 'gramme count --model gpt-5 question.txt'],
  [
    'Weigh one exchange in France:',
    'gramme estimate --model gpt-5 --in-tokens 200 --out-tokens 400 --region fra',
  ],
  [
    'Weigh a log of responses and a ChatGPT export, with a report:',
    'gramme analyse requests.jsonl conversations.json --html report.html',
  ],
  [
    'Rank three models by what the same question weighs:',
    'gramme compare --models gpt-5,gpt-4o-mini,claude-sonnet-5 --prompt question.txt --out-tokens 400',
  ],
  ['Measure a command on this machine:', 'gramme measure --country FRA -- make'],
  ['Complete the command in bash:', 'gramme completion bash > ~/.bash_completion'],
];

export const SEE_ALSO =
  'Documents of the project: docs/method.md (how figures are made), docs/data.md (requests, answers and files), docs/errors.md (codes of errors and warnings), docs/decide.md (decision matrices), docs/budget.md (budgets of services), config/README.md (configs of your own).';
