// Lengths of C++ functions, found by matching braces; not a parser, but enough for our style.

export interface FunctionSpan {
  /** The text before the opening brace, in one line. */
  head: string;
  lines: number;
}

const NO_FUNCTION = /^(namespace|struct|class|enum|union|extern|switch|if|for|while|do|else|try)\b/;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The source with comments, texts and preprocessor lines blanked; lines stay where they are. */
export function withoutText(source: string): string {
  const literal =
    /R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|^[ \t]*#[^\n]*/gm;
  // A quote between digits is a digit separator.
  return source.replace(/(\d)'(?=\d)/g, '$1 ').replace(literal, blank);
}

/** The text between the brace and the last statement, block or label before it. */
function headBefore(code: string, brace: number): string {
  let begin = brace;
  let depth = 0;
  while (begin > 0) {
    const letter = code[begin - 1] ?? '';
    if (letter === ')') depth += 1;
    if (letter === '(') depth -= 1;
    if (depth <= 0 && ';{}'.includes(letter)) break;
    begin -= 1;
  }
  const head = code.slice(begin, brace).trim().replace(/\s+/g, ' ');
  return head.replace(/^((public|private|protected):\s*)+/, '').replace(/^template ?<.*?> /, '');
}

/** A head with a parameter list that is no statement, type or namespace; lambdas count too. */
function isFunction(head: string): boolean {
  if (NO_FUNCTION.test(head) || !head.includes('(')) return false;
  return /\)( const| noexcept| override| mutable|&&?| ?-> ?[\w:<>,*& ]+| ?: .*)*$/.test(head);
}

function closingBrace(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === '{') depth += 1;
    if (code[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

function linesBetween(code: string, begin: number, end: number): number {
  return code.slice(begin, end).split('\n').length;
}

/** Every function with a body, from the line of its brace to the line of its end. */
export function cppFunctions(source: string): FunctionSpan[] {
  const code = withoutText(source);
  const found: FunctionSpan[] = [];
  for (let at = code.indexOf('{'); at !== -1; at = code.indexOf('{', at + 1)) {
    const head = headBefore(code, at);
    if (isFunction(head))
      found.push({ head, lines: linesBetween(code, at, closingBrace(code, at)) });
  }
  return found;
}
