#!/bin/sh
# The command in a script: sh command-line.sh (with the package installed here).
set -eu
gramme() { ./node_modules/.bin/gramme "$@"; }

# A count, as one number.
printf 'Bonjour tout le monde' | gramme count --model gpt-5 --json |
  sed -n 's/^  "tokens": \([0-9]*\),$/\1 tokens/p'

# One exchange in France.
gramme estimate --model gpt-5 --in-tokens 200 --out-tokens 400 --region fra

# A log, as rows for a spreadsheet.
gramme analyse requests.jsonl --zone UTC --csv > rows.csv
echo "$(($(wc -l < rows.csv) - 1)) rows"

# Bad input ends with status 2, and says where it is.
gramme estimate --model gpt-5 --out-tokens -1 || echo "status $?"
