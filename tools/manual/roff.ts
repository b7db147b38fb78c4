// The few words of roff's "man" macros that the manual is written in.

const PRINTABLE_ASCII = /[^\n\x20-\x7e]/gu;

const codePoint = (character: string) =>
  `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text as roff reads it: signs that it would take for its own, and what is not ASCII, by name. */
export function escapeRoff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(PRINTABLE_ASCII, codePoint)
    .replace(/^\./gm, '\\&.');
}

export const bold = (text: string) => `\\fB${escapeRoff(text)}\\fR`;
export const italic = (text: string) => `\\fI${escapeRoff(text)}\\fR`;

const quoted = (text: string) => `"${escapeRoff(text).replaceAll('"', '\\(dq')}"`;

export const section = (title: string) => `.SH ${quoted(title)}`;
export const subsection = (title: string) => `.SS ${quoted(title)}`;
export const paragraph = (text: string) => `.PP\n${escapeRoff(text)}`;

/** A term, already marked up, and what it means. */
export const entry = (term: string, meaning: string) => `.TP\n${term}\n${escapeRoff(meaning)}`;

/** Lines that stand as they are. */
export const verbatim = (text: string) => `.PP\n.EX\n${escapeRoff(text)}\n.EE`;
